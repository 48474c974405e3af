import { z } from "zod"
import type { Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"

/** Who may see events of a kind; "stated" where each one says so itself. It has no default: a forgotten word must not reach the partner. */
export type EventVisibility = Visibility | "stated"

/** One kind of thing that happens. The audit list, jobs, webhooks and automations read the same catalogue of these. */
export type EventKind<P extends z.ZodRawShape = z.ZodRawShape, V extends EventVisibility = EventVisibility> = Readonly<{
  /** `thing.happened`, past tense. */
  kind: string
  /** What it happens to: the name of one row, such as "deal". */
  subject: string
  payload: z.ZodObject<P>
  visibility: V
  /** The facts behind the partnership's signals changed with it, so that the next scan looks again. */
  marksStale: boolean
  /** It may be why a partnership's course turned: drift looks for such events near an onset. */
  isTurningPoint: boolean
}>

/** Declares a kind of event. What it carries and who may see it are said once, here. */
export const event = <P extends z.ZodRawShape, V extends EventVisibility>(
  kind: string,
  about: Readonly<{ subject: string; payload: P; visibility: V; marksStale?: boolean; isTurningPoint?: boolean }>,
): EventKind<P, V> => ({ kind, marksStale: false, isTurningPoint: false, ...about, payload: z.object(about.payload) })

type Payload<P extends z.ZodRawShape> = keyof P extends never
  ? Readonly<{ payload?: undefined }>
  : Readonly<{ payload: z.input<z.ZodObject<P>> }>

type Stated<V extends EventVisibility> = V extends "stated"
  ? Readonly<{ visibility: Visibility }>
  : Readonly<{ visibility?: undefined }>

/** What happened to what. `occurredAt` is when it was true; when we learned it is the transaction's moment. */
export type EventDraft<
  P extends z.ZodRawShape = z.ZodRawShape,
  V extends EventVisibility = EventVisibility,
> = Readonly<{
  subjectId: Id
  partnershipId?: Id | undefined
  /** The party whose act it was; the actor's own when left out. */
  partyId?: Id
  occurredAt?: Instant
  /** Where we know it from: "app", "import", "job", a connector's name. */
  source?: string
  /** The job whose act it is where it works with a person's rights: they see what it needs to see, and did nothing. */
  job?: string
  /** Accounts of people it is meant for: told to whoever listens, and never kept in the ledger. */
  concerns?: readonly string[]
}> &
  Payload<P> &
  Stated<V>
