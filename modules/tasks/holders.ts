import { partyOf } from "#core/actor"
import { ownersOf } from "#modules/partnerships"
import { peopleOfParty, stillHere } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"
import type * as store from "./store.ts"

type Row = Awaited<ReturnType<typeof store.tasksById>>[number]

/** Who answers for what nobody of the actor's company holds: its administrators; everybody where it has none. */
export const leadersOf = async (tx: WorkspaceTx): Promise<readonly string[]> => {
  const people = await peopleOfParty(tx, partyOf(tx.actor))
  const admins = people.filter(({ role }) => role === "partner_admin")
  return (admins.length > 0 ? admins : people).map(({ userId }) => userId)
}

/**
 * Of these the tasks that are the asker's to see to: their own, and, of those that nobody holds who is still here, what they answer
 * for: whoever looks after the partnership, and among what a company keeps to itself who leads its people.
 */
export const answeredFor = async (tx: WorkspaceTx, rows: readonly Row[]): Promise<readonly Row[]> => {
  const me = tx.actor.userId ?? ""
  const here = await stillHere(
    tx,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  )
  const lookedAfterBy =
    tx.actor.kind === "partner-user"
      ? undefined
      : await ownersOf(
          tx,
          rows.map(({ partnershipId }) => partnershipId),
        )
  const leads = tx.actor.kind === "partner-user" && (await leadersOf(tx)).includes(me)
  return rows.filter(({ ownerId, privateTo, partnershipId }) => {
    if (ownerId !== null && here.has(ownerId)) return ownerId === me
    return lookedAfterBy ? lookedAfterBy.get(partnershipId) === me : leads && privateTo === partyOf(tx.actor)
  })
}
