import { promisesOurs, promisesTheirs } from "#contract/commitments"
import type { Member } from "#core/actor"
import type { Id } from "#core/ids"
import { addDays } from "#core/time"
import { sql } from "#platform/database"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"

/** For how long each is put off; what falls due in the week after is not of today. */
const offForDays = 4
const soonest = 6
const latest = 14

const lists = [
  { key: promisesOurs.key, side: "host" },
  { key: promisesTheirs.key, side: "partner" },
] as const

/** One promise of each side that falls due in the week after next, among the partnerships of this person: put off for some days. */
export const putThingsOff = (platform: Platform, person: Member): Promise<void> =>
  platform.transact(person, async (tx) => {
    const { workspaceId, userId } = tx.actor
    for (const { key, side } of lists) {
      const thingId = await fallsDue(tx, side)
      if (thingId === undefined) continue
      await tx.db
        .insertInto("snooze")
        .values({ workspaceId, userId, list: key, thingId, untilOn: addDays(tx.today, offForDays) })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  })

const fallsDue = async ({ db, actor, today }: Tx<Member>, side: "host" | "partner"): Promise<Id | undefined> => {
  const { rows } = await sql<{ id: Id }>`
    select o.id from occurrence o
      join partnership p on p.workspace_id = o.workspace_id and p.id = o.partnership_id and p.owner_id = ${actor.memberId}
    where o.workspace_id = ${actor.workspaceId} and o.owed_by = ${side} and o.state in ('upcoming', 'due')
      and o.clock_id is null and o.reported_on is null
      and o.due_on between ${addDays(today, soonest)}::date and ${addDays(today, latest)}::date
    order by o.due_on, o.id limit 1`.execute(db)
  return rows[0]?.id
}
