import { calendarEnd, periodEnd } from "#core/periods"
import { type Refusal, refuse } from "#core/refusal"
import { addDays, addMonths, daysBetween, type PlainDate } from "#core/time"
import { type IsWorkday, lastWorkday } from "#core/workdays"
import { type AgreementState, decideOpen } from "./term.ts"

/** To which days notice ends an agreement: to any, or only to the end of a calendar month, quarter or half-year, or of its term. */
export const noticeTargets = ["any_day", "month", "quarter", "half_year", "term"] as const
export type NoticeTarget = (typeof noticeTargets)[number]

/** From which day a notice period counts: from when the other party received the notice, or from when it was given. */
export const noticeBases = ["received", "given"] as const
export type NoticeBasis = (typeof noticeBases)[number]

type Some<T> = T | null | undefined

/** What was agreed of notice. Its length is said in one unit; what is left out is to the end of the term, from when it was received. */
export type NoticeTerms = Readonly<{
  noticeDays?: Some<number>
  noticeWeeks?: Some<number>
  noticeMonths?: Some<number>
  noticeTo?: Some<NoticeTarget>
  noticeCounts?: Some<NoticeBasis>
  /** Not earlier than so many months before the day on which it would end. */
  noticeOpensMonths?: Some<number>
}>

/** A term with its renewals: `firstEndsOn` is the end as it was signed, once it has been renewed. */
export type Running = NoticeTerms &
  Readonly<{
    startsOn: PlainDate
    endsOn?: Some<PlainDate>
    firstEndsOn?: Some<PlainDate>
    autoRenews: boolean
    renewalMonths?: Some<number>
  }>

/**
 * The day on which a notice period has run that counts from a day: months to the same-numbered day or the last one of a month too short
 * for it, days and weeks counted from the day after (Dodds v Walker, HL 1981; BGB §§ 187, 188). Undefined where none was agreed.
 */
export const noticeRunsTo = (
  { noticeDays, noticeWeeks, noticeMonths }: NoticeTerms,
  countsOn: PlainDate,
): PlainDate | undefined => {
  if (noticeMonths != null) return addMonths(countsOn, noticeMonths)
  if (noticeWeeks != null) return addDays(countsOn, 7 * noticeWeeks)
  return noticeDays == null ? undefined : addDays(countsOn, noticeDays)
}

/** How many days notice takes that counts from a day, in whatever unit it was agreed; undefined where none was. */
export const noticeInDays = (terms: NoticeTerms, countsOn: PlainDate): number | undefined => {
  const runsTo = noticeRunsTo(terms, countsOn)
  return runsTo === undefined ? undefined : daysBetween(countsOn, runsTo)
}

/**
 * The last day on which notice ends it by a day: the latest one whose period, counted forward, has run by then. Of a month too short for
 * the number of a day all days that it lacks run to its last one: to 28 February, a month's notice is in time until 31 January.
 */
export const lastNoticeTo = (terms: NoticeTerms, exit: PlainDate): PlainDate | undefined => {
  if (terms.noticeMonths == null) {
    const days = noticeInDays(terms, exit)
    return days === undefined ? undefined : addDays(exit, -days)
  }
  const same = addMonths(exit, -terms.noticeMonths)
  return exit === calendarEnd(exit, 1) ? calendarEnd(same, 1) : same
}

/** The end of its term after so many renewals; undefined where it has none, or nobody wrote down for how long it renews. */
export const termEnd = (
  { endsOn, firstEndsOn, autoRenews, renewalMonths }: Running,
  renewals: number,
): PlainDate | undefined => {
  const first = firstEndsOn ?? endsOn
  if (first == null) return undefined
  if (renewals === 0) return first
  return autoRenews && renewalMonths != null ? periodEnd(addDays(first, 1), renewalMonths * renewals) : undefined
}

/** The first number of renewals with which its term reaches a day, or of which no end is known. */
export const renewalsUntil = (running: Running, day: PlainDate): number => {
  const first = termEnd(running, 0)
  if (first === undefined || first >= day) return 0
  // No renewal is longer than months of 31 days: from here on few are left to look at.
  let renewals = Math.max(1, Math.floor(daysBetween(first, day) / (31 * (running.renewalMonths ?? 1))))
  for (let end = termEnd(running, renewals); end !== undefined && end < day; end = termEnd(running, renewals))
    renewals++
  return renewals
}

const monthsTo = { month: 1, quarter: 3, half_year: 6 } as const

/** The first day, from a day on, on which notice may end it; undefined where its term is over before, or no later term is known. */
export const exitFrom = (running: Running, from: PlainDate): PlainDate | undefined => {
  const day = from < running.startsOn ? running.startsOn : from
  const to = running.noticeTo ?? "term"
  if (to === "term") return termEnd(running, renewalsUntil(running, day))
  const exit = to === "any_day" ? day : calendarEnd(day, monthsTo[to])
  const last = running.autoRenews ? undefined : (running.endsOn ?? undefined)
  if (last === undefined || exit <= last) return exit
  return day <= last ? last : undefined
}

/** The day on which a notice ends it that counts from a day. */
export const exitOf = (running: Running, countsOn: PlainDate): PlainDate | undefined => {
  const runsTo = noticeRunsTo(running, countsOn)
  return runsTo === undefined ? undefined : exitFrom(running, runsTo)
}

/** The next days on which it can be ended, the earliest first, each with the last day of notice. Any day is one, and no list. */
export const nextExits = (
  running: Running,
  today: PlainDate,
  most: number,
): readonly Readonly<{ endsOn: PlainDate; lastOn: PlainDate }>[] => {
  const found: { endsOn: PlainDate; lastOn: PlainDate }[] = []
  let exit: PlainDate | undefined = exitOf(running, today)
  while (exit !== undefined && found.length < (running.noticeTo === "any_day" ? 1 : most)) {
    const lastOn = lastNoticeTo(running, exit)
    if (lastOn === undefined) break
    found.push({ endsOn: exit, lastOn })
    const next = exitFrom(running, addDays(exit, 1))
    // After the last day that a calendar has none comes.
    exit = next !== undefined && next > exit ? next : undefined
  }
  return found
}

/**
 * The last day of notice that comes next: to the end of its term, or, of an agreement without end, to the next end of a month, quarter
 * or half-year. Undefined where notice can be given on any day, or none was agreed.
 */
export const lastNoticeOn = (running: Running, today: PlainDate): PlainDate | undefined => {
  if (running.endsOn != null) return lastNoticeTo(running, running.endsOn)
  if (running.noticeTo == null || running.noticeTo === "any_day") return undefined
  return nextExits(running, today, 1)[0]?.lastOn
}

/** The last day of notice that comes next, and the workday by which to act: a notice that waits for Monday comes too late. */
export const noticeDaysOf = (
  running: Running,
  today: PlainDate,
  isWorkday: IsWorkday,
): Readonly<{ lastNoticeOn: PlainDate | null; noticeOn: PlainDate | null }> => {
  const last = lastNoticeOn(running, today) ?? null
  return { lastNoticeOn: last, noticeOn: last === null ? null : lastWorkday(last, isWorkday) }
}

type NoticeRefusal =
  | "not-in-force"
  | "notice-stands"
  | "notice-in-future"
  | "no-notice-agreed"
  | "ends-by-itself"
  | "notice-too-early"
  | "notice-too-late"
  | "no-such-exit"

/** Nobody ends an agreement for a day beyond these. */
const mostYearsAhead = 50

type Wanted = Readonly<{ countsOn: PlainDate; today: PlainDate; endsOn?: PlainDate | undefined }>

/**
 * On which day a notice ends the agreement: the first that is agreed for notices of that day, or the later one that is wanted. What
 * counts from a day too late for the one wanted is refused, and told for which it is in time.
 */
export const decideNotice = (
  agreement: Running & Readonly<{ state: AgreementState; isNoticeStanding: boolean }>,
  { countsOn, today, endsOn }: Wanted,
): Readonly<{ endsOn: PlainDate }> | Refusal<NoticeRefusal> => {
  const open = decideOpen(agreement)
  if (open !== true) return open
  if (agreement.isNoticeStanding) return refuse("notice-stands")
  if (countsOn > today) return refuse("notice-in-future", { field: "receivedOn", today })
  if (noticeRunsTo(agreement, countsOn) === undefined) return refuse("no-notice-agreed")
  const first = exitOf(agreement, countsOn)
  if (first === undefined) return refuse("ends-by-itself", { endsOn: agreement.endsOn ?? null })
  if (endsOn !== undefined && endsOn > addMonths(first, 12 * mostYearsAhead))
    return refuse("no-such-exit", { field: "endsOn", endsOn: first })
  if (endsOn !== undefined && endsOn < first) return refuse("notice-too-late", { field: "endsOn", endsOn: first })
  const exit = endsOn === undefined ? first : exitFrom(agreement, endsOn)
  if (exit === undefined || (endsOn !== undefined && exit !== endsOn))
    return refuse("no-such-exit", { field: "endsOn", endsOn: exit ?? first })
  const opens = agreement.noticeOpensMonths == null ? countsOn : addMonths(exit, -agreement.noticeOpensMonths)
  return countsOn < opens ? refuse("notice-too-early", { field: "receivedOn", opensOn: opens }) : { endsOn: exit }
}
