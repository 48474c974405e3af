import { periodEnd } from "#core/periods"
import type { SeededRandom } from "#core/stats/seededRandom"
import type { Instant, PlainDate } from "#core/time"
import { addDays, addMonths, startOfDayIn, weekNumber } from "#core/time"
import { type SpokenCommitment, type SpokenObjective, spokenTemplate, templateOf } from "#modules/agreements"
import { workdaysOf } from "#platform/business-calendar"
import type { Say } from "#platform/texts"
import { noticeDaysOf } from "#rules/agreements"
import { occurrencesOf } from "#rules/commitments"
import type { Role } from "./cast.ts"
import { host } from "./cast.ts"
import { storyWeeks } from "./story.ts"
import { usualFor } from "./usual.ts"

export type CastOccurrence = Readonly<{
  dueOn: PlainDate
  firstDueOn: PlainDate
  state: "kept" | "kept_late" | "missed" | "due" | "upcoming"
  closedOn: PlainDate | null
  recordedAt: Instant | null
}>
export type CastCommitment = SpokenCommitment &
  Readonly<{ startsOn: PlainDate; endsOn: PlainDate; occurrences: readonly CastOccurrence[]; madeUntil: PlainDate }>
export type CastObjective = SpokenObjective & Readonly<{ startsOn: PlainDate; endsOn: PlainDate }>

/** What was signed with one role: the type's template, lived by as its story says. */
export type Promises = Readonly<{
  title: string
  startsOn: PlainDate
  endsOn: PlainDate
  noticeDays: number
  noticeOn: PlainDate | null
  lastNoticeOn: PlainDate | null
  autoRenews: boolean
  commitments: readonly CastCommitment[]
  objectives: readonly CastObjective[]
}>

/** Due days are known this far ahead. */
const aheadDays = 90
const isWorkday = workdaysOf(host.country)

type Course = Readonly<{ startedOn: PlainDate; today: PlainDate; random: SeededRandom }>

export const promisesOf = (role: Role, say: Say, { startedOn, today, random }: Course): Promises => {
  const template = spokenTemplate(templateOf(role.type), say)
  const endsOn = termEnd(startedOn, today, random)
  const year = addMonths(today, -Math.floor(random.uniform() * 9))
  return {
    title: say("templates:agreement"),
    startsOn: startedOn,
    endsOn,
    noticeDays: template.noticeDays,
    ...noticeDaysOf(
      { startsOn: startedOn, endsOn, autoRenews: false, noticeDays: template.noticeDays },
      today,
      isWorkday,
    ),
    autoRenews: random.uniform() < 0.6,
    commitments: template.commitments.map((line) => lived(role, line, startedOn, endsOn, today, random)),
    objectives: template.objectives.map((line) => ({
      ...line,
      target: targetOf(role, line),
      startsOn: year,
      endsOn: addMonths(year, 12),
    })),
  }
}

/** Agreements run for whole years and end at some time after today; a few soon, so that a notice day comes near. */
const termEnd = (startedOn: PlainDate, today: PlainDate, random: SeededRandom): PlainDate => {
  const soonest = addDays(today, 40 + Math.floor(random.uniform() * 500))
  let years = 1
  while (addMonths(startedOn, 12 * years) < soonest) years++
  return periodEnd(startedOn, 12 * years)
}

/** A year's target in the words of the story: what is usual, times what was promised. */
const targetOf = (role: Role, { metric, target }: SpokenObjective): number =>
  metric === "revenue" && usualFor(role).revenue > 0
    ? Math.round((usualFor(role).revenue * role.scale * role.story.promised * 52) / 1_000) * 1_000
    : target

const lived = (
  role: Role,
  line: SpokenCommitment,
  startedOn: PlainDate,
  endsOn: PlainDate,
  today: PlainDate,
  random: SeededRandom,
): CastCommitment => {
  const until = addDays(today, aheadDays)
  const lastDay = line.cadence === "once" ? addDays(startedOn, line.dueAfterDays ?? 30) : endsOn
  const days = occurrencesOf(
    { cadence: line.cadence, startsOn: startedOn, endsOn: lastDay },
    startedOn,
    until,
    isWorkday,
  )
  const keeps = line.owedBy === "host" ? role.story.hostKeeps : role.story.partnerKeeps
  const firstWeek = weekNumber(today) - storyWeeks
  return {
    ...line,
    startsOn: startedOn,
    endsOn: lastDay,
    madeUntil: until,
    occurrences: days.map(({ dueOn, firstDueOn }) => {
      if (addDays(dueOn, line.windowDays) >= today) {
        const isOpen = addDays(dueOn, -line.windowDays) <= today
        return { dueOn, firstDueOn, state: isOpen ? "due" : "upcoming", closedOn: null, recordedAt: null }
      }
      const chance = keeps(weekNumber(dueOn) - firstWeek)
      const drawn = random.uniform()
      const state = drawn < chance ? "kept" : drawn < chance + 0.3 * (1 - chance) ? "kept_late" : "missed"
      const closedOn = state === "kept" ? dueOn : addDays(dueOn, line.windowDays + 1)
      return { dueOn, firstDueOn, state, closedOn, recordedAt: startOfDayIn(host.timeZone, addDays(closedOn, 1)) }
    }),
  }
}
