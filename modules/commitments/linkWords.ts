import { localeOf } from "#core/format"
import type { Instant, PlainDate } from "#core/time"
import { companyNames } from "#modules/partnerships"
import { findWorkspace } from "#modules/workspaces"
import type { LinkLanguage } from "#platform/link"
import type { WorkspaceTx } from "#platform/tx"
import type * as store from "./store.ts"

export const dayIn = (language: LinkLanguage, day: PlainDate | null): string =>
  day === null
    ? ""
    : new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium", timeZone: "UTC" }).format(new Date(day))

export const momentIn = (language: LinkLanguage, timeZone: string, at: Instant): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium", timeStyle: "short", timeZone }).format(
    new Date(at),
  )

/** What a party is called: the host by its workspace, a company by its name among several, by the partnership's where it is the only one. */
export const partyIn = async (
  tx: WorkspaceTx,
  { partnershipId, partnershipName }: Pick<store.OccurrenceRow, "partnershipId" | "partnershipName">,
) => {
  const [workspace, nameOf] = await Promise.all([findWorkspace(tx), companyNames(tx, [partnershipId])])
  return (partyId: string): string =>
    partyId === tx.actor.workspaceId ? (workspace?.name ?? "") : (nameOf(partnershipId, partyId) ?? partnershipName)
}

/** Names and titles come from people: none of them may begin a new line, in a header or in the text. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim()
