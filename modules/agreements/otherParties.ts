import type { Id } from "#core/ids"
import { findPartnership, ownersOf, partiesNow } from "#modules/partnerships"
import { peopleOfParty } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"

/**
 * Who speaks for the parties of a partnership, but for one of them: of the host whoever looks after it, of a company who leads its team,
 * or everybody there where nobody does.
 */
export const speakersBut = async (tx: WorkspaceTx, partnershipId: Id, partyId?: Id): Promise<readonly string[]> => {
  const partnership = await findPartnership(tx, partnershipId)
  if (!partnership) return []
  const { host, companies } = await partiesNow(tx, partnership)
  const owner = (await ownersOf(tx, [partnershipId])).get(partnershipId)
  const people = host === partyId || owner === undefined ? [] : [owner]
  for (const company of companies.filter((each) => each !== partyId)) {
    const all = await peopleOfParty(tx, company)
    const leading = all.filter(({ role }) => role === "partner_admin")
    people.push(...(leading.length > 0 ? leading : all).map(({ userId }) => userId))
  }
  return people
}
