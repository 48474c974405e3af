import type { ConsortiumRow } from "./consortium.ts"
import type { Figure, ownScores, scoresOf } from "./score.ts"
import type { speedOf } from "./speed.ts"
import type { TcpdRow } from "./tcpd.ts"

/** Everything the page is written from. */
export type Results = Readonly<{
  isQuick: boolean
  seed: number
  partnerships: number
  rows: readonly Readonly<{ name: string; scores: ReturnType<typeof scoresOf> }>[]
  own: ReturnType<typeof ownScores>
  speed: ReturnType<typeof speedOf>
  tcpd: readonly TcpdRow[] | undefined
  consortium: readonly ConsortiumRow[] | undefined
}>

/** The page `docs/benchmarks-drift.md`. */
export const document = (results: Results): string =>
  [
    opening(results),
    compared(results),
    shapes(results),
    causes(results),
    tcpd(results),
    consortium(results),
    speed(results),
  ].join("\n\n") + "\n"

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")

const short = (value: number, digits = 2): string => (Number.isNaN(value) ? "-" : value.toFixed(digits))
const ranged = ({ value, low, high }: Figure, digits = 2): string =>
  Number.isNaN(value) ? "-" : `${short(value, digits)} (${short(low, digits)} to ${short(high, digits)})`

const opening = ({ isQuick, seed, partnerships }: Results): string => `# How well drift is found

Made by \`npm run bench:drift\`${isQuick ? " with `--quick`" : ""}; seed ${seed}, ${partnerships} simulated partnerships of seven types, one to three and a half years each.
The worlds are drawn by code that shares nothing with the detector: steps, ramps and both, straight and rounded, season, holidays, bursts,
sluggish noise, gaps, late revenue, falls of a whole type, unrelated events, growth amendments. In brackets: 95 % confidence by bootstrap over partnerships.`

const compared = ({ rows }: Results): string => `## Against what is done today

Recall counts partnerships that have lost 40 % or more of something by the last week. False alarms are counted month by month over two years, while
nothing is wrong. Delay and lead are medians in weeks; lead is the time left before revenue begins to fall.

${table(
  [
    "method",
    "recall",
    "false alarms a year",
    "onset error, median",
    "onset error, 90 %",
    "delay",
    "lead before revenue",
    "Brier",
  ],
  rows.map(({ name, scores }) => [
    name,
    ranged(scores.recall),
    ranged(scores.falseAlarms, 3),
    ranged(scores.medianError, 0),
    ranged(scores.worstError, 0),
    ranged(scores.delay, 0),
    ranged(scores.lead, 0),
    ranged(scores.brier, 3),
  ]),
)}

![Said probability against what was so](pictures/drift-reliability.svg)`

const shapes = ({ own }: Results): string => `## When: does the band hold what it promises?

The band printed as 90 % should hold the true onset in about 90 of 100 cases.

${table(
  ["change", "cases", "band holds the onset", "median error, weeks"],
  Object.entries(own.shapes).map(([name, { cover, error }]) => [
    name,
    String(cover.count),
    ranged(cover),
    ranged(error, 0),
  ]),
)}`

const causes = ({ own }: Results): string => `## Who first and why

${table(
  ["question", "answer"],
  [
    ["first side right, where one side was first", ranged(own.side)],
    ["cause named first is right", ranged(own.first)],
    ["cause among the first three", ranged(own.third)],
    ["unaffected partnerships of a fallen market called drifting", ranged(own.market)],
    ["partnerships with a growth amendment called drifting", ranged(own.amended)],
  ],
)}

${table(
  ["cause", "drift found", "cause named first"],
  own.causes.map(({ cause, recall, first }) => [cause.replaceAll("_", " "), ranged(recall), ranged(first)]),
)}`

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

const tcpd = ({ tcpd: rows }: Results): string =>
  rows === undefined
    ? "## Turing Change Point Dataset\n\nSkipped: the data set is not beside the project."
    : `## Turing Change Point Dataset

Twelve series with five human annotations each, one fixed set of defaults. One human against the other four: covering .765, F1 .857.
Published defaults of other methods on the same twelve: AMOC .700 / .664, binary segmentation .697 / .686, PELT .691 / .670, BOCPD .625 / .630.

${table(
  ["series", "points", "covering", "F1"],
  [
    ...rows.map(({ name, points, cover, f1 }) => [name, String(points), short(cover, 3), short(f1, 3)]),
    [
      "**mean**",
      "",
      `**${short(mean(rows.map(({ cover }) => cover)), 3)}**`,
      `**${short(mean(rows.map(({ f1 }) => f1)), 3)}**`,
    ],
  ],
)}`

const consortium = ({ consortium: rows }: Results): string =>
  rows === undefined
    ? "## A real consortium\n\nSkipped: the data are not beside the project."
    : `## A real consortium

Contributions of ${rows.length} companies to an open project, 2010 to 2026, read from its public log. Nobody knows the true onsets; the last
contribution is a fact.

${table(
  ["company", "last contribution", "drifting", "since about", "between", "first seen", "silent since"],
  rows.map(({ name, lastAct, finding: { drifting, onset, detectedOn, silentSince } }) => [
    name,
    lastAct,
    drifting ? "yes" : "no",
    onset?.date ?? "",
    onset ? `${onset.low} and ${onset.high}` : "",
    detectedOn ?? "",
    silentSince ?? "",
  ]),
)}`

const speed = ({ speed: { quiet, changed, thousand, many } }: Results): string => `## Speed

One core, processor time: ${quiet.toLocaleString("en")} quiet series of 156 weeks a second, ${changed.toLocaleString("en")} with a clear fall, dated with its band.
A segmentation of 1,000 values takes ${short(thousand, 1)} ms, of 100,000 values ${short(many, 0)} ms.`
