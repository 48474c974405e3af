import type { Id } from "#core/ids"
import { peopleOfParty } from "#modules/workspaces"
import { accountByEmail } from "#platform/accounts"
import type { WorkspaceTx } from "#platform/tx"

/** The account of that address, where its person works for the party: whoever has one signs with it. Of everybody else nothing is told. */
export const accountOf = async (tx: WorkspaceTx, partyId: Id, email: string): Promise<string | null> => {
  const account = await accountByEmail(tx, email.trim().toLowerCase())
  if (account === undefined) return null
  const people = await peopleOfParty(tx, partyId)
  return people.some(({ userId }) => userId === account.id) ? account.id : null
}
