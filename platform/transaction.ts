import { LRUCache } from "lru-cache"
import pg from "pg"
import type { Actor } from "#core/actor"
import { partyOf } from "#core/actor"
import { isId, nobody } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { dateIn } from "#core/time"
import type { Clock } from "./clock.ts"
import { queriesOver } from "./database.ts"
import { enqueue } from "./enqueue.ts"
import { openTouched, type Touching } from "./figures.ts"
import type { Held } from "./held.ts"
import { holdingOne, isForRequest } from "./holding.ts"
import { recordBatch, recordEvent } from "./ledger.ts"
import { sendTogether } from "./pool.ts"
import { Problem, tooBusy } from "./problem.ts"
import type { Reactions, Tx } from "./tx.ts"

export type { Tx } from "./tx.ts"

/** `read`: PostgreSQL refuses every change, and the answer does not wait for the transaction's end. */
export type Access = "read" | "write"

export type Transact = <A extends Actor, R>(actor: A, work: (tx: Tx<A>) => Promise<R>, access?: Access) => Promise<R>

/** Deadlock and serialization failure: PostgreSQL asks for the transaction to be tried again. */
const retryable = new Set(["40P01", "40001"])
const attempts = 3

/** Requests that may wait for one connection before others are sent away at once. */
const waitingPerConnection = 25

/** Makes the one function that opens transactions: BEGIN, the actor's settings and the first query share a round trip. */
export const openTransactions = (pool: pg.Pool, clock: Clock, reactions: Reactions, held?: Held): Transact => {
  held?.follow(pool)
  const most = waitingPerConnection * pool.options.max
  const once = async <A extends Actor, R>(
    actor: A,
    work: (tx: Tx<A>) => Promise<R>,
    access: Access,
    isAgain: boolean,
  ): Promise<R> => {
    if (pool.waitingCount >= most) throw tooBusy()
    const client = await pool.connect()
    const givenBack = isForRequest() ? held?.byRequest(client) : undefined
    let result: R
    try {
      sendTogether(client)
      const begun = client.query(`begin${access === "read" ? " read only" : ""}; ${settingsOf(actor)}`)
      begun.catch(() => {})
      const touching = openTouched()
      const tx = txOver(client, actor, { now: clock.now(), isAgain, touching }, reactions)
      result = await work(tx)
      await refreshFigures(tx, reactions, touching)
      await begun
    } catch (fault) {
      // After a fault, statements of the same work may still be on their way. They end with the connection, uncommitted,
      // and can never reach the next one's transaction.
      client.release(!(fault instanceof Problem && (await rollback(client))))
      givenBack?.()
      throw asReadOnly(fault, access)
    }
    const committed = commit(client).finally(givenBack)
    committed.then(
      () => client.release(),
      () => client.release(true),
    )
    if (access === "write") await committed
    return result
  }
  return async (actor, work, access = "write") => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await holdingOne(() => once(actor, work, access, attempt > 1))
      } catch (fault) {
        const again = fault instanceof pg.DatabaseError && retryable.has(fault.code ?? "") && attempt < attempts
        if (!again) throw fault
      }
    }
  }
}

/** A server that takes no writes for a while, as a standby does: what only reads and yet writes is a fault of ours. */
const asReadOnly = (fault: unknown, access: Access): unknown =>
  access === "write" && fault instanceof pg.DatabaseError && fault.code === "25006"
    ? Object.assign(tooBusy(), { cause: fault })
    : fault

/** PostgreSQL answers the COMMIT of a transaction in which a statement failed with ROLLBACK, and without an error. */
const commit = async (client: pg.ClientBase): Promise<void> => {
  const { command } = await client.query("commit")
  if (command !== "COMMIT") throw new Error("a statement failed, its fault was swallowed, and nothing was kept")
}

const rollback = async (client: pg.ClientBase): Promise<boolean> => {
  try {
    await client.query("rollback")
    return true
  } catch {
    return false
  }
}

/**
 * The figures that this transaction's acts changed, as the host reads them: a partner's act changes what the partner does not see. The
 * settings are made again in any case, because whoever acted may have gone on as somebody else.
 */
const refreshFigures = async (tx: Tx, reactions: Reactions, touching: Touching): Promise<void> => {
  const touched = touching.taken()
  if (touched === undefined || reactions.refreshFigures === undefined) return
  const { workspaceId, timeZone } = touched.by
  const host = await tx.enter({ kind: "system", side: "host", job: "figures", workspaceId, timeZone })
  await reactions.refreshFigures(host, touched)
}

type Begun = Pick<Tx, "now" | "isAgain"> & Readonly<{ touching: Touching }>

const txOver = <A extends Actor>(client: pg.ClientBase, actor: A, begun: Begun, reactions: Reactions): Tx<A> => {
  const { now, isAgain, touching } = begun
  const db = queriesOver(client)
  const tx: Tx<A> = {
    db,
    actor,
    now,
    isAgain,
    today: dayIn("timeZone" in actor ? actor.timeZone : "UTC", now),
    client,
    record: (kind, draft) => recordEvent(tx, reactions, kind, draft),
    recordBatch: (kind, drafts) => recordBatch(tx, reactions, kind, drafts),
    markStale: (partnershipIds) => reactions.markStale(tx, partnershipIds),
    figuresChanged: (partnershipIds, tables) => {
      if ("workspaceId" in actor) touching.touch(actor, partnershipIds, tables)
    },
    figuresOfNew: () => {
      if ("workspaceId" in actor) touching.touchNew(actor)
    },
    enqueue: (task, payload, options) => enqueue(db, task, payload, { ...options, runAt: options?.runAt ?? now }),
    enter: async (other) => {
      await client.query(settingsOf(other))
      return txOver(client, other, begun, reactions)
    },
  }
  return tx
}

const days = new LRUCache<string, PlainDate>({ max: 1_000 })
const quarterHourMs = 900_000

/** Days begin on a quarter of an hour in every time zone, so one look into the calendar serves all within it. */
const dayIn = (timeZone: string, now: Instant): PlainDate => {
  const key = `${timeZone} ${Math.floor(Date.parse(now) / quarterHourMs)}`
  const known = days.get(key) ?? dateIn(timeZone, now)
  days.set(key, known)
  return known
}

/** `SET LOCAL` in literal quoting, because set_config() does not reach Citus workers; every value is checked first. */
const settingsOf = (actor: Actor): string => {
  const inside = "workspaceId" in actor
  const settings = {
    "app.workspace_id": checkedId(inside ? actor.workspaceId : nobody),
    "app.side": inside ? actor.side : "none",
    "app.user_id": pg.escapeLiteral("userId" in actor && actor.userId !== undefined ? actor.userId : "").slice(1, -1),
    "app.party_id": checkedId(inside ? partyOf(actor) : nobody),
    "app.partnerships": actor.kind === "partner-user" ? actor.partnershipIds.map(checkedId).join(",") : "",
  }
  return Object.entries(settings)
    .map(([name, value]) => `set local ${name} = '${value}'`)
    .join("; ")
}

const checkedId = (id: string): string => {
  if (!isId(id)) throw new TypeError(`not an id: ${id}`)
  return id
}
