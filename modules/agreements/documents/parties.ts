import { countryNames } from "#core/countryNames"
import type { Id } from "#core/ids"
import { findOrganization } from "#modules/organizations"
import { companyNames } from "#modules/partnerships"
import { findWorkspace } from "#modules/workspaces"
import type { ContractParty } from "#platform/documents/contract/contract"
import type { Say } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import { surroundings } from "../drafts.ts"
import type { DraftRow } from "../store.ts"

export type NamedParty = ContractParty & Readonly<{ id: Id }>

/**
 * Who binds itself, by full name, with what is known of it. Where several companies take part they know each other by name and by
 * nothing else, so the page that all of them read says no more.
 */
export const partiesOn = async (
  tx: WorkspaceTx,
  draft: DraftRow,
  { say, language }: Readonly<{ say: Say; language: string }>,
) => {
  const { partnership, parties } = await surroundings(tx, draft)
  const [workspace, nameOf] = await Promise.all([findWorkspace(tx), companyNames(tx, [partnership.id])])
  const country = (code: string | null | undefined) =>
    code == null ? [] : [[say("documents:agreement.country"), countryNames(language).get(code) ?? code] as const]
  const host: NamedParty = {
    id: parties.host,
    role: say("documents:agreement.role.host"),
    name: workspace?.name ?? "",
    facts: country(workspace?.country),
  }
  const isAlone = parties.companies.length === 1
  const companies: NamedParty[] = []
  for (const id of parties.companies) {
    const known = isAlone ? await findOrganization(tx, id) : undefined
    const number = known?.registrationNumber
    companies.push({
      id,
      role: say(isAlone ? "documents:agreement.role.partner" : "documents:agreement.role.member"),
      name: known?.name ?? nameOf(partnership.id, id) ?? partnership.name,
      facts: [
        ...country(known?.country),
        ...(number == null ? [] : [[say("documents:agreement.registration"), number] as const]),
      ],
    })
  }
  return { partnership, workspace, host, companies }
}
