import type { PlainDate } from "#core/time"
import { companyNames } from "#modules/partnerships"
import { findWorkspace } from "#modules/workspaces"
import type { Speech } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import type * as store from "./store.ts"

export const dayIn = ({ format }: Speech, day: PlainDate | null): string => (day === null ? "" : format.date(day))

/** What a party is called: the host by its workspace, a company by its name among several, by the partnership's where it is the only one. */
export const partyIn = async (
  tx: WorkspaceTx,
  { partnershipId, partnershipName }: Pick<store.OccurrenceRow, "partnershipId" | "partnershipName">,
) => {
  const [workspace, nameOf] = await Promise.all([findWorkspace(tx), companyNames(tx, [partnershipId])])
  return (partyId: string): string =>
    partyId === tx.actor.workspaceId ? (workspace?.name ?? "") : (nameOf(partnershipId, partyId) ?? partnershipName)
}
