import { addDays } from "#core/time"
import type { Desk } from "#modules/documents"
import type { Block, Cell } from "#platform/documents/paper"
import type { Occurrence, PartnershipFacts } from "./partnershipFacts.ts"
import { endWord } from "./signatures.ts"
import { occurrenceTones } from "./tones.ts"

export const mostShown = 6
const aheadDays = 92

/** Whose promise it is: by company where several take part, else by side. */
export const owedBy = (
  { say }: Desk,
  { names, own }: Pick<PartnershipFacts, "names" | "own">,
  occurrence: Occurrence,
): string =>
  occurrence.partyName ??
  (own
    ? say(occurrence.owedBy === "host" ? "marks:kept.oursShort" : "marks:kept.theirsShort")
    : names[occurrence.owedBy])

const state = ({ say }: Desk, { state }: Occurrence): Cell => ({
  text: say(`marks:occurrence.${state}`),
  tone: occurrenceTones[state],
})

const columnsOf = ({ say }: Desk) =>
  [
    { key: "promise", title: say("documents:partnership.promise"), kind: "text", wide: 3.2 },
    { key: "owed_by", title: say("documents:partnership.owedBy"), kind: "text", wide: 1.5 },
    { key: "due", title: say("documents:partnership.due"), kind: "date", wide: 1 },
    { key: "state", title: say("documents:partnership.state"), kind: "text", wide: 1 },
  ] as const

const clauseOf = ({ say }: Desk, { title, clause }: Occurrence): string =>
  clause ? `${title} (${say("acts:clause", { clause })})` : title

export const more = ({ say }: Desk, count: number): { note?: string } =>
  count > mostShown ? { note: say("documents:more", { count: count - mostShown }) } : {}

/** What is past its day, the longest first. */
export const overdueTable = (desk: Desk, facts: PartnershipFacts): Block => {
  const overdue = facts.promises.occurrences
    .filter(({ isOverdue }) => isOverdue)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return {
    kind: "table",
    title: desk.say("documents:partnership.overdueNow"),
    columns: columnsOf(desk),
    rows: overdue
      .slice(0, mostShown)
      .map((each) => [clauseOf(desk, each), owedBy(desk, facts, each), each.dueOn, state(desk, each)]),
    empty: desk.say("partnership:answer.nothingOverdue"),
    ...more(desk, overdue.length),
  }
}

type Day = Readonly<{ on: string; row: readonly Cell[] }>

/** What comes: due days of the next quarter, notice days and ends, by date. */
export const datesTable = (desk: Desk, facts: PartnershipFacts): Block => {
  const { say, today } = desk
  const until = addDays(today, aheadDays)
  const due: Day[] = facts.promises.occurrences
    .filter((each) => (each.state === "upcoming" || each.state === "due") && each.dueOn >= today && each.dueOn <= until)
    .map((each) => ({ on: each.dueOn, row: [each.dueOn, clauseOf(desk, each), owedBy(desk, facts, each)] }))
  const terms = facts.agreements
    .filter(({ isInForce }) => isInForce)
    .flatMap(({ title, noticeOn, endsOn, autoRenews }) => [
      ...(noticeOn && noticeOn >= today
        ? [{ on: noticeOn, row: [noticeOn, `${say("partnership:fact.notice")}: ${title}`, "–"] }]
        : []),
      ...(endsOn && endsOn >= today
        ? [{ on: endsOn, row: [endsOn, `${endWord(desk, autoRenews)}: ${title}`, "–"] }]
        : []),
    ])
  const days = [...due, ...terms].toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return {
    kind: "table",
    title: say("documents:partnership.dates"),
    columns: [
      { key: "on", title: say("documents:partnership.day"), kind: "date", wide: 1 },
      { key: "what", title: say("documents:partnership.what"), kind: "text", wide: 4 },
      { key: "owed_by", title: say("documents:partnership.owedBy"), kind: "text", wide: 1.5 },
    ],
    rows: days.slice(0, mostShown).map(({ row }) => row),
    empty: say("acts:nothingDue"),
    ...more(desk, days.length),
  }
}

const decided = ["kept", "kept_late", "missed", "disputed", "waived", "re_agreed"] as const

/** What became of each side's promises in the last half year. */
export const promiseStates = (desk: Desk, { promises, names, own }: PartnershipFacts): Block => ({
  kind: "shares",
  title: desk.say("documents:partnership.became"),
  parts: decided.map((state) => ({ label: desk.say(`marks:occurrence.${state}`), tone: occurrenceTones[state] })),
  rows: (["host", "partner"] as const).map((side) => {
    const past = promises.occurrences.filter((each) => each.owedBy === side && each.dueOn <= desk.today)
    return {
      label: own ? desk.say(side === "host" ? "marks:kept.oursName" : "marks:kept.theirsName") : names[side],
      counts: decided.map((state) => past.filter((each) => each.state === state).length),
    }
  }),
})

/** Overdue and coming in one: all that a slide has room for. */
export const openTable = (desk: Desk, facts: PartnershipFacts): Block => {
  const { say, today } = desk
  const open = facts.promises.occurrences.filter(
    (each) =>
      each.isOverdue ||
      (each.state === "due" && each.dueOn >= today) ||
      (each.state === "upcoming" && each.dueOn <= addDays(today, aheadDays)),
  )
  const shown = open.toSorted((a, b) => Number(b.isOverdue) - Number(a.isOverdue) || (a.dueOn < b.dueOn ? -1 : 1))
  return {
    kind: "table",
    title: say("documents:partnership.open"),
    columns: columnsOf(desk),
    rows: shown
      .slice(0, mostOnSlide)
      .map((each) => [clauseOf(desk, each), owedBy(desk, facts, each), each.dueOn, state(desk, each)]),
    empty: say("acts:nothingDue"),
    ...(shown.length > mostOnSlide ? { note: say("documents:more", { count: shown.length - mostOnSlide }) } : {}),
  }
}

const mostOnSlide = 14
