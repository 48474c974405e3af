import type { Id } from "#core/ids"
import { findPartnership, ownersOf, partiesNow } from "#modules/partnerships"
import { findRecipient, peopleOfParty } from "#modules/workspaces"
import type { Addressee } from "#platform/link"
import type { WorkspaceTx } from "#platform/tx"
import type * as store from "./store.ts"

/** Whose word a promise waits for: of each company it is owed to those who speak for it, of the host whoever looks after the partnership. */
export const whoConfirms = async (
  tx: WorkspaceTx,
  { owedBy, partnershipId }: Pick<store.OccurrenceRow, "owedBy" | "partnershipId">,
): Promise<Addressee[]> => {
  const partnership = await findPartnership(tx, partnershipId)
  if (!partnership || partnership.stage === "ended") return []
  const { host, companies } = await partiesNow(tx, partnership)
  const people: Addressee[] = []
  const add = async (partyId: Id, userId: string | undefined) => {
    const known = userId === undefined ? undefined : await findRecipient(tx, userId)
    if (userId !== undefined && known) people.push({ userId, partyId, name: known.name, email: known.email })
  }
  if (owedBy === "partner") await add(host, (await ownersOf(tx, [partnershipId])).get(partnershipId))
  else
    for (const company of companies) {
      const all = await peopleOfParty(tx, company)
      const speakers = all.filter(({ role }) => role === "partner_admin")
      for (const { userId } of speakers.length > 0 ? speakers : all) await add(company, userId)
    }
  return people
}

/** Whether anybody of the party that a promise is owed to can be asked: the host can always; a company once somebody of it has an account. */
export const canBeAsked = async (
  tx: WorkspaceTx,
  { owedBy, partnershipId }: Pick<store.OccurrenceRow, "owedBy" | "partnershipId">,
): Promise<boolean> => {
  const partnership = owedBy === "partner" ? undefined : await findPartnership(tx, partnershipId)
  if (!partnership) return true
  const { companies } = await partiesNow(tx, partnership)
  for (const company of companies) if ((await peopleOfParty(tx, company)).length > 0) return true
  return false
}
