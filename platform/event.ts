import { z } from "zod"
import type { Visibility, WorkspaceActor } from "#core/actor"
import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"

/** Who may see events of a kind; "stated" where each one says so itself. It has no default: a forgotten word must not reach the partner. */
export type EventVisibility = Visibility | "stated"

/** Who reads one field of what an event carries, of those who see the event: the host alone, or the host and the party whose act it is. */
export type FieldAudience = "host" | "party"

/** One kind of thing that happens. The audit list, jobs, webhooks and automations read the same catalogue of these. */
export type EventKind<P extends z.ZodRawShape = z.ZodRawShape, V extends EventVisibility = EventVisibility> = Readonly<{
  /** `thing.happened`, past tense. */
  kind: string
  /** What it happens to: the name of one row, such as "deal". */
  subject: string
  payload: z.ZodObject<P>
  /** Fields that not everybody reads who sees the event. */
  audiences: Readonly<Record<string, FieldAudience>>
  visibility: V
  /** The facts behind the partnership's signals changed with it, so that the next scan looks again. */
  marksStale: boolean
  /** Tables of whose rows it changes some that figures follow from; any of them where it says nothing. */
  changes?: readonly string[] | undefined
  /** It may be why a partnership's course turned: drift looks for such events near an onset. */
  isTurningPoint: boolean
  /** It stands in the workspace's security log, too: who may enter changed, something was locked or taken away. */
  concernsSecurity: boolean
}>

/** Declares a kind of event. What it carries and who may see it, and read each field of it, are said once, here. */
export const event = <P extends z.ZodRawShape, V extends EventVisibility>(
  kind: string,
  about: Readonly<{
    subject: string
    payload: P
    audiences?: Readonly<Partial<Record<keyof P & string, FieldAudience>>>
    visibility: V
    marksStale?: boolean
    changes?: readonly string[]
    isTurningPoint?: boolean
    concernsSecurity?: boolean
  }>,
): EventKind<P, V> => ({
  kind,
  marksStale: false,
  isTurningPoint: false,
  concernsSecurity: false,
  ...about,
  audiences: { ...about.audiences } as Readonly<Record<string, FieldAudience>>,
  payload: z.object(about.payload),
})

/** An event as the ledger holds it, as far as it matters for who reads what of it. */
export type KeptEvent = Readonly<{ kind: string; partyId: Id | null; payload: unknown }>

/**
 * What of an event's payload somebody who sees it may read. The host reads all; a company what the kind declares, less the fields
 * that are for others. Of a kind that nobody declares any more, or of a field, a company reads nothing.
 */
export const payloadFor = (
  kinds: readonly EventKind[],
  actor: WorkspaceActor,
  { kind, partyId, payload }: KeptEvent,
): Readonly<Record<string, unknown>> => {
  const said = Object.entries((payload ?? {}) as Record<string, unknown>)
  if (actor.kind !== "partner-user") return Object.fromEntries(said)
  const declared = kinds.find((each) => each.kind === kind)
  if (declared === undefined) return {}
  const isOwn = partyId === partyOf(actor)
  return Object.fromEntries(
    said.filter(([field]) => {
      if (!Object.hasOwn(declared.payload.shape, field)) return false
      const audience = declared.audiences[field]
      return audience === undefined || (audience === "party" && isOwn)
    }),
  )
}

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
