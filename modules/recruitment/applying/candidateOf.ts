import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import { findSimilar, organizationMeant } from "#modules/organizations"
import { isActiveMember } from "#modules/workspaces"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { claimedDomains } from "../conflicts.ts"
import { candidateAdded } from "../events.ts"
import * as store from "../store.ts"

type Applied = Pick<store.ApplicationRow, "company" | "website" | "email" | "country" | "registrationNumber">

/**
 * Makes a candidate of whoever applied. The company is recorded anew even where it may be known: nobody has shown that they speak for
 * that one, so nothing is merged, and a domain or number that another company bears is not written down as theirs too. What it may be
 * is told by its conflicts, which look for what was said in the application.
 */
export const candidateOf = async (tx: WorkspaceTx, form: store.FormRow, applied: Applied): Promise<Id> => {
  const { company: name } = applied
  const [country, registrationNumber] = [applied.country ?? undefined, applied.registrationNumber ?? undefined]
  const said = { name, domains: claimedDomains(applied), country, registrationNumber }
  const borne = await findSimilar(tx, said)
  const isBorne = (why: "domain" | "registration") => borne.some((each) => each.why === why)
  // Who shares a domain is told by that alone, so that its number may be shared, too.
  const isNumberBorne =
    isBorne("registration") ||
    (await findSimilar(tx, { ...said, domains: [] })).some(({ why }) => why === "registration")
  const organization = await organizationMeant(tx, {
    newOrganization: {
      ...{ name, country, evenIfSimilar: true, domains: isBorne("domain") ? [] : [...said.domains] },
      registrationNumber: isNumberBorne ? undefined : registrationNumber,
    },
  })
  if (isRefusal(organization)) throw new Error("a company is recorded even if it is like another")
  const profile = await store.profiles.find(tx, form.profileId)
  const ownerId = form.ownerId !== null && (await isActiveMember(tx, form.ownerId)) ? form.ownerId : undefined
  const source = store.titleOf(form)
  const made = { id: newId(), organizationId: organization.id, profileId: form.profileId, ownerId, source }
  const row = await store.candidates.insert(tx, { ...made, sourceKind: "application" })
  const payload = { name, profile: profile?.name ?? "", sourceKind: row.sourceKind, source }
  await tx.record(candidateAdded, { subjectId: row.id, payload })
  return row.id
}
