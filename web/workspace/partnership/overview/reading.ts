import type { listCommitments, OccurrenceView } from "#contract/commitments"
import type { OutputOf } from "#core/endpoint"
import { addDays, type PlainDate } from "#core/time"

type Promises = Pick<OutputOf<typeof listCommitments>, "occurrences" | "today">

/** A promise due so soon can still be kept; earlier it is only ahead. */
const soonDays = 14

const isAhead = ({ state, awaitsConfirmation, dueOn }: OccurrenceView, today: PlainDate): boolean =>
  (state === "upcoming" || state === "due") && !awaitsConfirmation && dueOn >= today

/** Overdue, the newest first, then what is due within two weeks: what a sponsor can still do something about. */
export const atRisk = ({ occurrences, today }: Promises): readonly OccurrenceView[] => {
  const overdue = occurrences.filter(({ isOverdue }) => isOverdue)
  const soon = occurrences.filter(
    (each) => !each.isOverdue && isAhead(each, today) && each.dueOn <= addDays(today, soonDays),
  )
  return [
    ...overdue.toSorted((one, other) => other.dueOn.localeCompare(one.dueOn)),
    ...soon.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)),
  ]
}

export type PartyFigures = Readonly<{
  key: string
  side: "host" | "partner"
  /** The company, where several take part. */
  name: string | undefined
  kept: Readonly<{ kept: number; due: number }>
  overdue: number
  nextDueOn: PlainDate | undefined
}>

/** Three numbers for each party: ours, then each company that promised something. */
export const figuresByParty = ({
  keptByParty,
  kept,
  occurrences,
  today,
}: OutputOf<typeof listCommitments>): readonly PartyFigures[] => {
  const of = (owed: readonly OccurrenceView[]) => ({
    overdue: owed.filter(({ isOverdue }) => isOverdue).length,
    nextDueOn: owed
      .filter((each) => isAhead(each, today))
      .map(({ dueOn }) => dueOn)
      .sort()[0],
  })
  const bySide = (side: "host" | "partner") => occurrences.filter(({ owedBy }) => owedBy === side)
  const companies = keptByParty.filter(({ side }) => side === "partner")
  const host = { key: "host", side: "host" as const, name: undefined, kept: kept.host, ...of(bySide("host")) }
  if (companies.length < 2)
    return [host, { key: "partner", side: "partner", name: undefined, kept: kept.partner, ...of(bySide("partner")) }]
  return [
    host,
    ...companies.map(({ partyId, partyName, kept: done, due }) => ({
      key: partyId,
      side: "partner" as const,
      name: partyName ?? undefined,
      kept: { kept: done, due },
      ...of(occurrences.filter((each) => each.partyId === partyId)),
    })),
  ]
}
