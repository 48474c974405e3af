import type pg from "pg"
import type { Actor, Side, Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import type { Queries } from "./database.ts"

/** What happened to what. `occurredAt` is when it was true; when we learned it is the transaction's moment. */
export type EventDraft = Readonly<{
  subjectType: string
  subjectId: Id
  partnershipId?: Id | undefined
  /** Whose act it was; the actor's own side when left out. */
  side?: Side
  visibility?: Visibility
  occurredAt?: Instant
  /** Where we know it from: "app", "import", "job", a connector's name. */
  source?: string
  payload?: Readonly<Record<string, unknown>>
}>

/** Event kind -> names of the jobs that react to it. */
export type Listeners = ReadonlyMap<string, readonly string[]>

export type JobOptions = Readonly<{
  runAt?: Instant
  /** A job with this key replaces one still waiting: many changes, one run. */
  key?: string
  maxAttempts?: number
  /** Jobs of one queue run one after the other. */
  queue?: string
}>

/** One open transaction, under one actor. The only way to the database. */
export type Tx<A extends Actor = Actor> = Readonly<{
  db: Queries
  actor: A
  /** The moment the transaction began. */
  now: Instant
  /** That moment's calendar day in the workspace's time zone (UTC for someone outside any workspace). */
  today: PlainDate
  /** Writes one event into the ledger and queues the jobs that listen to it, all in this transaction. */
  record(kind: string, event: EventDraft): Promise<void>
  /** Queues a job in this transaction. */
  enqueue(task: string, payload: Readonly<Record<string, unknown>>, options?: JobOptions): Promise<void>
  /** The bare connection, for COPY and other things a query builder cannot say. */
  client: pg.ClientBase
}>
