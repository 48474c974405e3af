import type { Id } from "#core/ids"
import { byReading, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Person } from "../rules.ts"

type Asked = Readonly<{ partnershipId: Id; privateTo: Id | null }>

/** More than fit under a field where somebody is typing a name. */
const mostOffered = 20

const whoSee = ({ actor }: WorkspaceTx, { partnershipId, privateTo }: Asked) =>
  sql`people_who_see(${actor.workspaceId}, ${partnershipId}, ${privateTo}::uuid)`

/** Of these people those who may see it, as far as the asker may know of them. */
export const peopleWhoSee = async (tx: WorkspaceTx, of: Asked, ids: readonly Id[]): Promise<readonly Person[]> => {
  if (ids.length === 0) return []
  const { rows } =
    await sql<Person>`select id, user_id, name, party_id from ${whoSee(tx, of)} where id = any(${ids}::uuid[])`.execute(
      tx.db,
    )
  return rows
}

/** Those whose name has a word that begins so; oneself is not offered. */
export const findPeopleWhoSee = async (tx: WorkspaceTx, of: Asked, text: string): Promise<readonly Person[]> => {
  const wanted = text.toLowerCase()
  const { rows } = await sql<Person>`select id, user_id, name, party_id from ${whoSee(tx, of)}
    where user_id <> ${tx.actor.userId ?? ""}
      and (starts_with(lower(name), ${wanted}) or strpos(lower(name), ${` ${wanted}`}) > 0)
    order by ${byReading("name")}, id limit ${mostOffered}`.execute(tx.db)
  return rows
}
