import type { Side, System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import type { EventKind } from "./event.ts"
import type { LinkToPress } from "./link.ts"
import type { Tx, WorkspaceTx } from "./tx.ts"

export const mailChoices = ["none", "instant", "daily"] as const
export type MailChoice = (typeof mailChoices)[number]

/** How a person wants to hear of one kind of news. */
export type Preference = Readonly<{ inApp: boolean; mail: MailChoice }>

/** The event that may be news: what it happened to, the moment in which it was recorded, and the people it is meant for. */
export type Heard = Readonly<{ subjectId: Id; recordedAt: Instant; concerns?: readonly string[] | undefined }>

/** What is kept of one piece of news: what its words say, and what it is about. */
export type Payload = Readonly<Record<string, unknown>>

/** What one person is told. `dedupeKey` names the fact, so that it is told once however often a job runs. */
export type Notice = Readonly<{
  /** Whoever looks after the partnership where nobody is named. */
  userId?: string
  /** Null where there is none yet; somebody is named then. */
  partnershipId: Id | null
  dedupeKey: string
  payload: Payload
}>

/** The same without the person, who is the one that asks. */
export type OwnNotice = Omit<Notice, "userId">

/**
 * One kind of news that a module has for people; who hears it, and how, is arranged by each of them. Its words lie beside it:
 * `texts/news.<language>.json` in the list and in mails alike, `texts/mails.<language>.json` why one is mailed.
 */
export type News = Readonly<{
  /** As it is stored and chosen by: "commitment_due". */
  kind: string
  /** The sides on which it can reach somebody: only they choose how, and a notice for anybody else is a fault. */
  readers: readonly Side[]
  /** What holds until someone chooses. */
  usual: Preference
  on: EventKind | readonly EventKind[]
  /** Who is told what of it; nobody when it is no longer true. */
  noticesOf?(tx: Tx<System>, heard: Heard): Promise<readonly Notice[]>
  /**
   * What each of those whom the event concerns is told, asked as that person, with the rights they have when they are told:
   * nothing of what they may not see. So news of what one party keeps to itself reaches that party.
   */
  noticeFor?(tx: WorkspaceTx, heard: Heard): Promise<OwnNotice | readonly OwnNotice[] | undefined>
  /**
   * Asked again as that person, before it is listed, counted or mailed: of which there is still something for them to see. All of the
   * kind at once, answered in their order, so that a page costs as many queries as it has kinds.
   */
  areStillThere?(tx: WorkspaceTx, payloads: readonly Payload[]): Promise<readonly boolean[]>
  /** What can end it, and the field of its payload that names the same thing: unread, it is then asked once more, and leaves the list. */
  endsWith?: Readonly<{ on: EventKind | readonly EventKind[]; by: string }>
  /**
   * What whoever is told can do about it on the page of a link, without signing in, and the field of its payload that names the thing: the
   * mail of it has such a link. Only of what is the reader's own to do; `texts/mails.<language>.json` says it by `press.<act>`.
   */
  press?: Readonly<{ act: LinkToPress; by: string }>
  /** Where below the partnership's page it is to be seen, or below the entrance where there is no partnership yet: "?thread=occurrence:..." */
  place?(payload: Payload): string
}>

/** The ids that stand in this field of these, each once; news of an earlier release may have none. */
export const idsIn = (payloads: readonly Payload[], field: string): readonly Id[] => [
  ...new Set(payloads.flatMap(({ [field]: id }) => (typeof id === "string" ? [id] : []))),
]
