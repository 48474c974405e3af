import type pg from "pg"
import type { z } from "zod"
import type { Actor, WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import type { Queries } from "./database.ts"
import type { EventDraft, EventKind, EventVisibility } from "./event.ts"
import type { Touched } from "./figures.ts"

/** A kind of job as whoever queues it knows it: its name and what it is told. */
export type Task<S extends z.ZodType = z.ZodType> = Readonly<{ name: string; payload: S }>

export type JobOptions = Readonly<{
  runAt?: Instant
  /** A job with this key replaces one still waiting: many changes, one run. */
  key?: string
  maxAttempts?: number
  /** Jobs of one queue run one after the other. */
  queue?: string
}>

/** A job that hears of an event, and how it is queued when that happens. */
type Listener = Readonly<{ task: Task; optionsAt(workspaceId: Id, now: Instant): JobOptions }>

/** What follows an event in its own transaction. */
export type Reactions = Readonly<{
  /** Event kind -> the jobs that hear of it. */
  listeners: ReadonlyMap<string, readonly Listener[]>
  /** Says that facts behind these partnerships' signals changed. */
  markStale(tx: Tx, partnershipIds: readonly Id[]): Promise<void>
  /** Makes the stored figures of what a transaction touched anew, at its end. */
  refreshFigures?(tx: WorkspaceTx, touched: Touched): Promise<void>
}>

/** One open transaction, under one actor. The only way to the database. */
export type Tx<A extends Actor = Actor> = Readonly<{
  db: Queries
  actor: A
  /** The moment the transaction began. */
  now: Instant
  /** That moment's calendar day in the workspace's time zone (UTC for someone outside any workspace). */
  today: PlainDate
  /** Whether it was begun before, and PostgreSQL ended it in favour of another (a deadlock). */
  isAgain: boolean
  /** Writes one event into the ledger, marks what it makes stale and queues the jobs that listen to it, all in this transaction. */
  record<P extends z.ZodRawShape, V extends EventVisibility>(
    kind: EventKind<P, V>,
    draft: EventDraft<P, V>,
  ): Promise<void>
  /** Writes many events of one kind in one statement; no job hears of them. */
  recordBatch<P extends z.ZodRawShape, V extends EventVisibility>(
    kind: EventKind<P, V>,
    drafts: readonly EventDraft<P, V>[],
  ): Promise<void>
  /** Says that facts behind these partnerships' signals changed where no event of each says so: after a bulk of them. */
  markStale(partnershipIds: readonly Id[]): Promise<void>
  /**
   * Says that rows of these tables changed for these partnerships (of any table when left out) where no event of each says so. Stored
   * figures that follow from them are made anew once, before the transaction ends.
   */
  figuresChanged(partnershipIds: readonly Id[], tables?: readonly string[]): void
  /** Says that partnerships were added, too many to name. */
  figuresOfNew(): void
  /** Queues a job in this transaction. */
  enqueue<S extends z.ZodType>(task: Task<S>, payload: z.input<S>, options?: JobOptions): Promise<void>
  /**
   * Goes on in the same transaction as somebody else, for what makes the very place it enters: a workspace with its first owner.
   * The former `Tx` must not be used any more.
   */
  enter<B extends Actor>(actor: B): Promise<Tx<B>>
  /** The bare connection, for COPY and other things a query builder cannot say. */
  client: pg.ClientBase
}>

/** A transaction of someone who acts inside a workspace: what every store asks for. */
export type WorkspaceTx = Tx<WorkspaceActor>
