import type { Side } from "#core/actor"
import { isPeriodOpen, type PartialReading, type PeriodKind } from "#core/duePeriods"
import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { addMonths } from "#core/time"
import type { IsWorkday } from "#core/workdays"
import type { PromiseKind } from "#rules/clocks"
import { type Cadence, type CommitmentMeasure, occurrencesOf } from "#rules/commitments"
import type { Parties } from "#rules/partnerships"
import { type Beginning, decideBeginning } from "./beginning.ts"
import { type NoticeTerms, noticeDaysOf } from "./notice.ts"
import { decideLines, decideParties } from "./term.ts"

/** What a reviewer is told. What blocks cannot be put in force; the rest is odd and may be meant. */
export const findingCodes = [
  "no-end",
  "objective-needs-end",
  "share-uneven",
  "begins-with-signing",
  "periods-unsaid",
  "dates-out-of-order",
  "company-needed",
  "no-such-party",
  "no-notice",
  "notice-passed",
  "renews-without-notice",
  "renews-for-unknown",
  "notice-said-twice",
  "over-already",
  "host-promises-nothing",
  "partner-promises-nothing",
  "no-objective",
  "promise-without-measure",
  "promise-never-due",
  "gone-with-clause",
  "said-twice",
  "overlaps",
  "reading-expected",
  "rebase-first",
  "amended-beside",
] as const
type FindingCode = (typeof findingCodes)[number]

/** `at` is the field or line it is about, as the form calls it. */
export type Finding = Readonly<{
  code: FindingCode
  blocks: boolean
  at: string
  title: string | null
  otherId: Id | null
}>

type Promised = Readonly<{
  owedBy: Side
  party?: Id | undefined
  title: string
  measure: CommitmentMeasure
  cadence: Cadence
  amount?: number | undefined
  unit?: string | undefined
  periods?: PeriodKind | undefined
  partial?: PartialReading | undefined
  firstAmount?: number | undefined
  lastAmount?: number | undefined
  answers?: PromiseKind | undefined
  startsOn?: PlainDate | undefined
  endsOn?: PlainDate | undefined
}>
type Aimed = Readonly<{
  party?: Id | undefined
  title: string
  startsOn?: PlainDate | undefined
  endsOn?: PlainDate | undefined
}>
export type Written = NoticeTerms &
  Readonly<{
    startsOn: PlainDate
    endsOn?: PlainDate | undefined
    begins?: Beginning | undefined
    autoRenews: boolean
    renewalMonths?: number | undefined
    objectives: readonly Aimed[]
    commitments: readonly Promised[]
  }>
type Other = Readonly<{ id: Id; title: string; startsOn: PlainDate; endsOn: PlainDate | null }>
type Around = Readonly<{
  today: PlainDate
  isWorkday: IsWorkday
  parties: Parties
  /** The other agreements of the partnership that are in force. */
  others: readonly Other[]
  /** Of an amendment. */
  amends?:
    | Readonly<{
        /** The objectives whose new target can be read in two ways. */
        openReadings: readonly number[]
        /** The agreement has been changed since it was begun. */
        isBehind: boolean
        /** Other amendments of the same agreement that are being written. */
        beside: readonly Readonly<{ id: Id; title: string }>[]
      }>
    | undefined
  /** Lines whose clause is not in the text any more. */
  gone?: readonly Readonly<{ at: string; title: string }>[] | undefined
  /** An amendment leaves the line as the agreement has it. */
  isLeft(line: Aimed): boolean
}>

const finding = (code: FindingCode, at: string, more: Partial<Finding> = {}): Finding => ({
  ...{ code, at, blocks: false, title: null, otherId: null },
  ...more,
})

/** Everything that a reviewer should know before it is put in force: what blocks first. */
export const findingsOf = (written: Written, around: Around): readonly Finding[] =>
  [
    ...blocking(written, around),
    ...ofAmendment(written, around),
    ...ofTerm(written, around),
    ...ofPromises(written, around),
    ...(around.gone ?? []).map(({ at, title }) => finding("gone-with-clause", at, { title })),
    ...ofSides(written),
  ].sort((one, other) => Number(other.blocks) - Number(one.blocks))

/** The refusals that putting it in force would meet, said before; lines that an amendment leaves as they are meet none. */
const blocking = (written: Written, { parties, isLeft }: Around): Finding[] => {
  const none = { objectives: [], commitments: [] }
  const ofLines = (["objectives", "commitments"] as const).flatMap((kind) =>
    written[kind].flatMap((line, index) => {
      if (isLeft(line)) return []
      const only = { ...none, [kind]: [line] } as Pick<Written, "objectives" | "commitments">
      return [decideLines(written, only), decideParties(parties, only)].flatMap((answer) =>
        isRefusal(answer) && String(answer.detail?.["field"]).startsWith(kind)
          ? [finding(answer.refusal as FindingCode, `${kind}.${index}`, { blocks: true, title: line.title })]
          : [],
      )
    }),
  )
  const begins = decideBeginning(written)
  if (isRefusal(begins)) {
    const [kind, index] = String(begins.detail?.["field"]).split(".")
    const line = written[kind === "objectives" ? "objectives" : "commitments"][Number(index)]
    ofLines.unshift(finding(begins.refusal, `${kind}.${index}`, { blocks: true, title: line?.title ?? null }))
  }
  const term = decideLines(written, none)
  return isRefusal(term) ? [finding(term.refusal, "endsOn", { blocks: true }), ...ofLines] : ofLines
}

const ofAmendment = ({ objectives }: Written, { amends }: Around): Finding[] =>
  amends === undefined
    ? []
    : [
        ...(amends.isBehind ? [finding("rebase-first", "title", { blocks: true })] : []),
        ...amends.openReadings.map((index) =>
          finding("reading-expected", `objectives.${index}`, { blocks: true, title: objectives[index]?.title ?? null }),
        ),
        ...amends.beside.map(({ id, title }) => finding("amended-beside", "title", { title, otherId: id })),
      ]

const ofTerm = (written: Written, { today, isWorkday, others }: Around): Finding[] => {
  const { startsOn, endsOn, autoRenews, renewalMonths } = written
  const isNoticeSaid = [written.noticeDays, written.noticeWeeks, written.noticeMonths].some((length) => length != null)
  const { noticeOn } = noticeDaysOf(written, today, isWorkday)
  const overlapping = others.filter(
    (other) =>
      (endsOn === undefined || other.startsOn <= endsOn) && (other.endsOn === null || other.endsOn >= startsOn),
  )
  const isOver = endsOn !== undefined && endsOn < today
  return [
    ...(endsOn === undefined ? [finding("no-end", "endsOn")] : []),
    ...(endsOn !== undefined && !isNoticeSaid
      ? [finding(autoRenews ? "renews-without-notice" : "no-notice", "noticeDays")]
      : []),
    ...(autoRenews && endsOn !== undefined && renewalMonths === undefined
      ? [finding("renews-for-unknown", "renewalMonths")]
      : []),
    ...(isOver ? [finding("over-already", "endsOn")] : []),
    ...(!isOver && noticeOn !== null && noticeOn < today ? [finding("notice-passed", "noticeDays")] : []),
    ...overlapping.map(({ id, title }) => finding("overlaps", "startsOn", { title, otherId: id })),
  ]
}

const ofPromises = (written: Written, { isWorkday, isLeft }: Pick<Around, "isWorkday" | "isLeft">): Finding[] =>
  written.commitments.flatMap((line, index) => {
    const at = `commitments.${index}`
    const about = { title: line.title }
    const isAgain = written.commitments.findIndex((each) => isSamePromise(each, line)) < index
    return [
      ...(isMeasured(line, written) ? [] : [finding("promise-without-measure", at, about)]),
      ...(isEverDue(line, written, isWorkday) ? [] : [finding("promise-never-due", at, about)]),
      ...(isPeriodUnsaid(line, written) && !isLeft(line) ? [finding("periods-unsaid", at, about)] : []),
      ...(isAgain ? [finding("said-twice", at, about)] : []),
    ]
  })

const isSamePromise = (one: Promised, other: Promised): boolean =>
  one.owedBy === other.owedBy &&
  one.party === other.party &&
  one.title.trim().toLowerCase() === other.title.trim().toLowerCase()

/** Begun within a month, quarter or year of the calendar, it counts either by that or by its own; what holds already counts as it did. */
const isPeriodUnsaid = ({ answers, periods, cadence, startsOn }: Promised, term: Written): boolean =>
  answers === undefined && periods === undefined && isPeriodOpen({ startsOn: startsOn ?? term.startsOn }, cadence)

/** An amount has a unit, and what is done once has its own day; an answer is measured by its clock. */
const isMeasured = ({ measure, cadence, unit, endsOn, answers }: Promised, term: Written): boolean =>
  answers !== undefined ||
  (measure === "amount_per_period" ? unit !== undefined : cadence !== "once" || (endsOn ?? term.endsOn) !== undefined)

/** The longest period is a year: what is not due within three falls due never, or the term ends before it does. */
const isEverDue = (line: Promised, term: Written, isWorkday: IsWorkday): boolean => {
  const startsOn = line.startsOn ?? term.startsOn
  const endsOn = line.endsOn ?? term.endsOn
  return (
    line.answers !== undefined ||
    occurrencesOf({ ...line, startsOn, endsOn }, startsOn, addMonths(startsOn, 36), isWorkday).length > 0 ||
    (line.cadence === "once" && endsOn !== undefined && endsOn >= startsOn)
  )
}

const ofSides = ({ commitments, objectives }: Written): Finding[] => [
  ...(["host", "partner"] as const)
    .filter((side) => !commitments.some(({ owedBy }) => owedBy === side))
    .map((side) => finding(`${side}-promises-nothing`, "commitments")),
  ...(objectives.length === 0 ? [finding("no-objective", "objectives")] : []),
]

type Rhythmic = Omit<Promised, "title" | "owedBy" | "party" | "measure" | "startsOn"> &
  Readonly<{ startsOn: PlainDate }>

/** The next days on which a promise would fall due, with how much it would ask for where that is not what a whole period does. */
export const nextDays = (
  rhythm: Rhythmic,
  { today, isWorkday, most }: Pick<Around, "today" | "isWorkday"> & Readonly<{ most: number }>,
): readonly Readonly<{ dueOn: PlainDate; amount: number | null }>[] => {
  const { cadence, startsOn, endsOn } = rhythm
  const from = startsOn > today ? startsOn : today
  const until = cadence === "once" ? (endsOn ?? startsOn) : addMonths(from, 12 * (most + 1))
  return occurrencesOf(rhythm, from, until, isWorkday)
    .slice(0, most)
    .map(({ dueOn, amount }) => ({ dueOn, amount }))
}
