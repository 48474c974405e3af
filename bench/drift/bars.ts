import type { LimitScores } from "./limit/score.ts"
import { aim } from "./limit/section.ts"
import type { Outcome, Results } from "./results.ts"
import type { Figure } from "./score.ts"
import { ranged, short, table } from "./table.ts"

/** What was aimed at for a figure: from and to, either may be open. */
type Aim = Readonly<{ name: string; from?: number; to?: number; digits?: number; of: (outcome: Outcome) => Figure }>

const dating = (kind: string, what: "cover" | "error") => (outcome: Outcome) =>
  outcome.own.kinds.find(({ name }) => name === kind)?.[what] as Figure
const scores = ({ rows }: Outcome) => rows[0]?.scores as Outcome["rows"][number]["scores"]
const cover = (kind: string): Aim => ({
  name: `band holds the onset: ${kind}, 0.85 to 0.95`,
  from: 0.85,
  to: 0.95,
  of: dating(kind, "cover"),
})

const aims: readonly Aim[] = [
  cover("steps"),
  cover("ramps to 26 weeks"),
  cover("ramps over 26 weeks"),
  cover("autocorrelation .5 and more"),
  { name: "onset error of steps, median, at most 2 weeks", to: 2, digits: 0, of: dating("steps", "error") },
  { name: "the same of 26-week ramps, at most 5", to: 5, digits: 0, of: dating("ramps of 26 weeks", "error") },
  {
    name: "false alarms a partnership-year, at most 0.05",
    to: 0.05,
    digits: 3,
    of: (outcome) => scores(outcome).falseAlarms,
  },
  { name: "recall of losses of 40 % and more, at least 0.90", from: 0.9, of: (outcome) => scores(outcome).recall },
  { name: "unaffected in a fallen market called drifting, at most 0.02", to: 0.02, of: ({ own }) => own.market },
  { name: "first side right, at least 0.80", from: 0.8, of: ({ own }) => own.side },
  { name: "cause named first right, at least 0.65", from: 0.65, of: ({ own }) => own.first },
  { name: "cause among the first three, at least 0.90", from: 0.9, of: ({ own }) => own.third },
]

const isWithin = (value: number, { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Aim) =>
  value >= from && value <= to

/** Met, or not; and where the confidence interval reaches what was aimed at, that is said too. */
const verdict = (aim: Aim, { value, low, high }: Figure): string => {
  if (Number.isNaN(value)) return "no case"
  if (isWithin(value, aim)) return "met"
  const isNear = (aim.from === undefined || high >= aim.from) && (aim.to === undefined || low <= aim.to)
  return isNear ? "**not met**, though its interval reaches it" : "**not met**"
}

/** The page's first table: every bar, what was measured, whether it is met. */
export const bars = (results: Results): string => {
  const { own, heldOut } = results
  const both = (name: string, of: (outcome: Outcome) => readonly [string, string]) => [name, ...of(own), ...of(heldOut)]
  return table(
    ["aimed at", "own worlds", "", "held-out worlds", ""],
    [
      ...aims.map((aim) =>
        both(aim.name, (outcome) => [ranged(aim.of(outcome), aim.digits), verdict(aim, aim.of(outcome))]),
      ),
      both("Brier score, better than every other method", brier),
      [
        `[times the earliest possible delay](#how-early-could-one-know), at most ${aim}`,
        ...timesLimit(results.limits["own worlds"]),
        ...timesLimit(results.limits["held-out worlds"]),
      ],
    ],
  )
}

const timesLimit = ({ all: { ratio } }: LimitScores): readonly [string, string] => [
  ranged(ratio),
  ratio.value <= aim ? "met" : "**not met**",
]

const brier = ({ rows }: Outcome): readonly [string, string] => {
  const [ours = Number.NaN, ...others] = rows.map(({ scores }) => scores.brier.value)
  const best = Math.min(...others)
  return [`${short(ours, 3)}, best other ${short(best, 3)}`, ours < best ? "met" : "**not met**"]
}
