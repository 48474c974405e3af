import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import type { EventKind } from "./event.ts"
import type { Tx } from "./tx.ts"

export const mailChoices = ["none", "instant", "daily"] as const
export type MailChoice = (typeof mailChoices)[number]

/** How a person wants to hear of one kind of news. */
export type Preference = Readonly<{ inApp: boolean; mail: MailChoice }>

/** The event that may be news: what it happened to, and the moment in which it was recorded. */
export type Heard = Readonly<{ subjectId: Id; recordedAt: Instant }>

/** What one person is told. `dedupeKey` names the fact, so that it is told once however often a job runs. */
export type Notice = Readonly<{
  /** Whoever looks after the partnership where nobody is named. */
  userId?: string
  partnershipId: Id
  dedupeKey: string
  payload: Readonly<Record<string, unknown>>
}>

/** One kind of news that a module has for people; who hears it, and how, is arranged by each of them. */
export type News = Readonly<{
  /** As it is stored and chosen by: "commitment_due". */
  kind: string
  /** What holds until someone chooses. */
  usual: Preference
  on: EventKind
  /** Who is told what of it; nobody when it is no longer true. */
  noticesOf(tx: Tx<System>, heard: Heard): Promise<readonly Notice[]>
  /** One sentence of a mail. */
  sentence(told: Readonly<{ partnershipName: string; payload: Readonly<Record<string, unknown>> }>): string
  /** Why one is told: "You get this because ...". */
  because: string
}>
