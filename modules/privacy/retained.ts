import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import type { Belongings } from "#platform/belongings"
import { sql } from "#platform/database"
import type { Retained } from "#platform/retained"
import type { Tx } from "#platform/tx"
import { beginErasure, keepersOf } from "./beginErasure.ts"
import { endedBefore, findPerson, type KnownPerson } from "./store.ts"

const atOnce = 50

const looksAfterNothing = async (
  tx: Tx<System>,
  person: readonly KnownPerson[],
  belongings: readonly Belongings[],
): Promise<boolean> => {
  for (const { count } of belongings)
    for (const keeper of keepersOf(person)) if ((await count(tx, keeper)) > 0) return false
  return true
}

/**
 * Erases people who have had no access for so long. Whoever is still known as something else, on purpose (a contact, a newer access),
 * or still looks after something stays: somebody has to decide about them.
 */
const eraseEnded = async (tx: Tx<System>, before: Instant, belongings: readonly Belongings[]): Promise<number> => {
  const ended = new Set(await endedBefore(tx, before))
  const seen = new Set<Id>()
  let erased = 0
  for (const id of ended) {
    if (erased === atOnce) break
    if (seen.has(id)) continue
    const person = ((await findPerson(tx, id)) ?? []).filter(({ isErased }) => !isErased)
    for (const each of person) seen.add(each.id)
    if (!person.every((each) => ended.has(each.id)) || !(await looksAfterNothing(tx, person, belongings))) continue
    await beginErasure(tx, person, { askedBy: null, handedOver: {} })
    erased += person.length
  }
  return erased
}

const endedAccess: Retained = {
  kind: "ended_access",
  usualDays: 1_095,
  leastDays: 30,
  mostDays: 3_650,
  forget: eraseEnded,
}

/** What happened at the doors: the workspace reads nothing older; what others read, too, goes when the last of them has forgotten it. */
const signIns: Retained = {
  kind: "security_log",
  usualDays: 400,
  leastDays: 90,
  mostDays: 400,
  forget: async ({ db, actor }, before) => {
    const { rows } = await sql<{ gone: number }>`
      select forget_door_events(${actor.workspaceId}, ${before}::timestamptz, 5000) as gone`.execute(db)
    return rows[0]?.gone ?? 0
  },
}

export const retained = [signIns, endedAccess]
