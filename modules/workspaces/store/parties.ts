import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

/** Somebody who works for a party of the workspace: a member of the host, or a user of a company. */
export type PartyPerson = Readonly<{ userId: string; name: string; role: string }>

/** Who works for a party, for whoever may give them something to do: of another company a company is told nobody. */
export const peopleOfParty = async ({ db, actor }: WorkspaceTx, partyId: Id): Promise<readonly PartyPerson[]> =>
  (
    await sql<PartyPerson>`select user_id, name, role from people_of_party(${actor.workspaceId}, ${partyId})`.execute(
      db,
    )
  ).rows

/** What the actor is called where they act, to be written beside what they do; Keelson's own jobs by its name. */
export const ownName = async ({ db, actor }: WorkspaceTx): Promise<string> => {
  if (actor.userId === undefined) return "Keelson"
  const { rows } = await sql<{ name: string }>`
    select name from people_of_party(${actor.workspaceId}, ${partyOf(actor)}) where user_id = ${actor.userId} limit 1`.execute(
    db,
  )
  return rows[0]?.name ?? "Keelson"
}

/** Of these accounts, those that still work for somebody in the workspace. */
export const stillHere = async (
  { db, actor }: WorkspaceTx,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (userIds.length === 0) return new Set()
  const { rows } = await sql<{
    userId: string
  }>`select user_id from still_here(${actor.workspaceId}, ${[...new Set(userIds)]}::text[])`.execute(db)
  return new Set(rows.map(({ userId }) => userId))
}
