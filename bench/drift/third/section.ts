import type { Figure } from "#bench/drift/score"
import { ranged, table } from "#bench/drift/table"
import type { ThirdScores } from "./score.ts"

/** What was aimed at: at most, or at least. */
type Aim = Readonly<{ name: string; figure: Figure; most?: number; least?: number; digits?: number }>

const aimsOf = (of: ThirdScores): readonly Aim[] => [
  { name: "missed where what the signals show adds up to z > 6, at most 0.05", figure: of.missedClear, most: 0.05 },
  { name: "missed though it began 26 weeks ago or more, at most 0.10", figure: of.missedGrown, most: 0.1 },
  { name: "missed of all", figure: of.missed },
  { name: "detection delay, median, at most 7 weeks", figure: of.delay, most: 7, digits: 0 },
  { name: "false alarms a partnership-year, at most 0.03", figure: of.falseAlarms, most: 0.03, digits: 3 },
  { name: "first side right, both sides among them, at least 0.88", figure: of.side, least: 0.88 },
  { name: "a side named; the others are undetermined", figure: of.sideNamed },
  { name: "named rightly, of those named", figure: of.sideRightly },
  { name: "cause named first right", figure: of.first },
  { name: "onset error, median, weeks", figure: of.medianError, digits: 0 },
]

const verdict = ({ figure: { value }, most, least }: Aim): string => {
  if (most === undefined && least === undefined) return ""
  return value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? 0) ? "met" : "**not met**"
}

/** What the third generator shows. */
export const thirdSection = (of: ThirdScores): string => {
  const aims = aimsOf(of)
  return `## What is missed: falls of middling size, one after another

A **third generator**, ${of.partnerships} partnerships in workspaces of 400, two in five of which drift. Its drifts are four or five falls that come one after another over half a year,
each of which comes to a z of 2 to 6 half a year later and to more as it lasts. The signal that a cause moves most (late payouts, an empty chair, failing calls) is
often not recorded. A retired version was announced and agreed; mutual signals, meetings and the perception gap, move first where both sides let go.
z is the difference of the means before and after over its standard error, moods that last counted in; over all affected signals it adds up to their
sum over the root of their number. \`node bench/drift/third/run.ts [seed] [count]\` asks for it.

${table(
  ["asked", "seen", ""],
  aims.map((aim) => [aim.name, ranged(aim.figure, aim.digits), verdict(aim)]),
)}

${table(
  ["cause", "missed", "missed after 26 weeks", "first side right", "cause named first"],
  of.causes.map(({ cause, missed, missedGrown, side, first }) => [
    cause.replaceAll("_", " "),
    ...[missed, missedGrown, side, first].map((figure) => ranged(figure)),
  ]),
)}`
}
