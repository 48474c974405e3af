import type { Side } from "#core/actor"
import type { PartialReading, PeriodKind } from "#core/duePeriods"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { PromiseKind } from "#rules/clocks"
import type { Cadence, CommitmentMeasure, EvidenceNeeded } from "#rules/commitments"
import type { ObjectiveCategory, Ramp, TargetReading } from "#rules/objectives"
import type { Beginning } from "./beginning.ts"
import type { NoticeBasis, NoticeTarget } from "./notice.ts"

type Line = {
  /** Of an amendment: the line of the agreement that it stands for. */
  id?: Id | undefined
  title: string
  clause?: string | undefined
  /** The clause of the text that it comes from, by its key: it stands and falls with it. */
  clauseKey?: string | undefined
  startsOn?: PlainDate | undefined
  endsOn?: PlainDate | undefined
  weight: number
  party?: Id | undefined
}
type ObjectiveOf = Line & {
  category: ObjectiveCategory
  metric: string
  target: number
  unit: string
  ramp: Ramp
  /** Of an agreed change: how its new target is meant. */
  reading?: TargetReading | undefined
  hostOwnerId?: Id | undefined
  partnerOwnerId?: Id | undefined
}
type CommitmentOf = Line & {
  owedBy: Side
  measure: CommitmentMeasure
  cadence: Cadence
  amount?: number | undefined
  unit?: string | undefined
  /** Which periods it counts, and what a part of one asks for. */
  periods?: PeriodKind | undefined
  partial?: PartialReading | undefined
  firstAmount?: number | undefined
  lastAmount?: number | undefined
  withinHours?: number | undefined
  /** The clocks that are its due instances. */
  answers?: PromiseKind | undefined
  windowDays: number
  evidenceNeeded: EvidenceNeeded
}

/** What an agreement holds, as a draft says it before it is in force. */
export type Content = {
  title: string
  /** Of one that begins with the last signature, when that is expected. */
  startsOn: PlainDate
  endsOn?: PlainDate | undefined
  /** On its first day where nothing is said. */
  begins?: Beginning | undefined
  /** Of one that begins with the last signature, for how many months it then runs. */
  termMonths?: number | undefined
  /** How long notice is, in one of three units. */
  noticeDays?: number | undefined
  noticeWeeks?: number | undefined
  noticeMonths?: number | undefined
  /** To the end of the term where nothing is said. */
  noticeTo?: NoticeTarget | undefined
  /** From when it was received where nothing is said. */
  noticeCounts?: NoticeBasis | undefined
  noticeOpensMonths?: number | undefined
  autoRenews: boolean
  /** For how long it renews each time; unknown where nothing is said. */
  renewalMonths?: number | undefined
  /** Where its days end; the workspace's where nothing is said. */
  timeZone?: string | undefined
  value?: { amountMinor: number; currency: string } | undefined
  objectives: ObjectiveOf[]
  commitments: CommitmentOf[]
}

/** What is said of the term besides its title, days and value; each may be left out. */
export const termFields = [
  "noticeDays",
  "noticeWeeks",
  "noticeMonths",
  "noticeTo",
  "noticeCounts",
  "noticeOpensMonths",
  "renewalMonths",
  "timeZone",
] as const satisfies readonly (keyof Content)[]

type TermField = (typeof termFields)[number]

/** These fields of a content as a row keeps them: null where nothing is said. */
export const termOf = (
  content: { [F in TermField]?: Content[F] | null },
): { [F in TermField]: NonNullable<Content[F]> | null } => ({
  noticeDays: content.noticeDays ?? null,
  noticeWeeks: content.noticeWeeks ?? null,
  noticeMonths: content.noticeMonths ?? null,
  noticeTo: content.noticeTo ?? null,
  noticeCounts: content.noticeCounts ?? null,
  noticeOpensMonths: content.noticeOpensMonths ?? null,
  renewalMonths: content.renewalMonths ?? null,
  timeZone: content.timeZone ?? null,
})
