import { ranged, short, table } from "#bench/drift/table"
import type { Group, LimitScores } from "./score.ts"

/** The figures of each generator's worlds, by what they are called. */
export type Limits = Readonly<Record<"own worlds" | "held-out worlds" | "third generator", LimitScores>>

/** At most this many times as late as the earliest that is possible. */
export const aim = 1.35

const weeks = (median: number): string => (Number.isNaN(median) ? "not half" : String(median))
const lost = ({ ours, limit }: Group): number => (Number.isNaN(ours) ? Number.POSITIVE_INFINITY : ours - limit)

/** How early one could know, and how late we are. */
export const limitSection = (limits: Limits): string => {
  const all = Object.entries(limits)
  return `## How early could one know?

The **limit** is a detector that nobody can have: of every partnership it knows which signals will fall, by how much, in which course and how far apart, and the
season, the market, the blips and the noise exactly as they were drawn; all it does not know is when. It adds up the true likelihood ratios over every week in which
the drift may have begun (Shiryaev 1963, Roberts 1966), and no rule with as few false alarms is earlier by more than a fraction of a week (Pollak 1985;
Polunchenko and Tartakovsky 2012). Where nothing falls it looks for a drift as partnerships of its type have them. Its level is set so that it raises as many
false alarms as we do on the same worlds, counted as ours are; once more for 0.05 a year.

Delays are medians in weeks from the first week in which any mean moves, over all drifts: one that is not seen by the end of its record counts as lasting longer
than that (Kaplan and Meier 1958). Who was said to drift before the onset, by either, is left out. An empty chair leaves no doubt to who knows that a chair is never
empty for seven days otherwise; the rows without people loss leave that out. Aim: at most ${aim} times the limit.

${table(
  [
    "worlds",
    "false alarms a year, ours and the limit's",
    "our delay",
    "the limit's",
    "ratio",
    `at most ${aim}`,
    "the limit's at 0.05",
  ],
  all.flatMap(([name, { ourFalseAlarms, all: every, unchaired, atBudget }]) => [
    [
      name,
      `${short(ourFalseAlarms, 3)}, ${short(every.falseAlarms, 3)}`,
      ranged(every.ours, 0),
      ranged(every.limit, 0),
      ranged(every.ratio),
      verdict(every.ratio.value),
      ranged(atBudget.limit, 0),
    ],
    [
      `${name}, without people loss`,
      "",
      ranged(unchaired.ours, 0),
      ranged(unchaired.limit, 0),
      ranged(unchaired.ratio),
      verdict(unchaired.ratio.value),
      "",
    ],
  ]),
)}

Where most is lost, in weeks:

${table(
  ["worlds", "what", "drifts", "our delay", "the limit's", "lost"],
  all
    .flatMap(([name, { causes, courses }]) => [...causes, ...courses].map((group) => ({ name, group })))
    .filter(({ group }) => group.count >= few)
    .sort((a, b) => lost(b.group) - lost(a.group))
    .slice(0, 12)
    .map(({ name, group }) => [name, ...rowOf(group)]),
)}

By cause:

${side(limits, "causes")}

By the course of the first fall:

${side(limits, "courses")}

What is found at all by the end of its record, the same false alarms allowed: some begin so late, and of some causes so little falls, that nobody could have
seen them yet.

${table(
  ["", ...Object.keys(limits).map((name) => `${name}: ours, limit`)],
  sideBySide(limits, "causes", ({ found }) => `${short(found.ours)}, ${short(found.limit)}`),
)}`
}

/** Groups smaller than this are not ranked. */
const few = 8

const verdict = (ratio: number): string => (ratio <= aim ? "met" : "**not met**")

const rowOf = (group: Group): readonly string[] => [
  group.name,
  String(group.count),
  weeks(group.ours),
  weeks(group.limit),
  Number.isFinite(lost(group)) ? String(lost(group)) : "-",
]

/** Our delay and the limit's, side by side for each generator. */
const side = (limits: Limits, of: Kept): string =>
  table(
    ["", ...Object.keys(limits).map((name) => `${name}: ours, limit, drifts`)],
    sideBySide(limits, of, ({ ours, limit, count }) => `${weeks(ours)}, ${weeks(limit)}, ${count}`),
  )

type Kept = "causes" | "courses"

/** A row for each name, with what is said of it in each generator's worlds. */
const sideBySide = (limits: Limits, of: Kept, said: (group: Group) => string): readonly (readonly string[])[] => {
  const names = [...new Set(Object.values(limits).flatMap((scores) => scores[of].map(({ name }) => name)))].sort()
  const cell = (scores: LimitScores, name: string): string => {
    const group = scores[of].find((one) => one.name === name)
    return group === undefined ? "-" : said(group)
  }
  return names.map((name) => [name, ...Object.values(limits).map((scores) => cell(scores, name))])
}
