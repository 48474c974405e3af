import { type Figure, figure, quantile, share, signedError } from "./score.ts"
import type { Verdict } from "./verdicts.ts"

/** How well onsets of some kind are dated. */
export type Dating = Readonly<{ name: string; cover: Figure; error: Figure; bias: Figure; width: Figure }>

const covers = ({ onset, truth: { onset: began = 0 } }: Verdict): boolean =>
  onset !== undefined && onset.low <= began && began <= onset.high

const average = (of: (one: Verdict) => number) => (all: readonly Verdict[]) =>
  all.reduce((sum, one) => sum + of(one), 0) / all.length

const datingOf = (name: string, some: readonly Verdict[]): Dating => ({
  name,
  cover: share(some, covers),
  error: figure(some, (all) =>
    quantile(
      all.map((one) => Math.abs(signedError(one))),
      0.5,
    ),
  ),
  bias: figure(some, average(signedError)),
  width: figure(
    some,
    average(({ onset }) => (onset ? onset.high - onset.low + 1 : 0)),
  ),
})

/** Kinds of onset for which the band must hold what it promises. */
const kinds: readonly (readonly [string, (truth: Verdict["truth"]) => boolean])[] = [
  ["steps", ({ shape }) => shape?.name === "step"],
  ["ramps to 26 weeks", ({ shape }) => shape?.name === "ramp" && shape.weeks <= 26],
  ["ramps of 26 weeks", ({ shape }) => shape?.name === "ramp" && shape.weeks === 26],
  ["ramps over 26 weeks", ({ shape }) => shape?.name === "ramp" && shape.weeks > 26],
  ["other courses", ({ shape }) => shape?.name !== "step" && shape?.name !== "ramp"],
  ["autocorrelation .5 and more", ({ sluggish }) => sluggish >= 0.5],
  ["all", () => true],
]

/** Is a side named at all? Undetermined is an answer, but no accusation. */
export const isSideNamed = ({ finding }: Verdict): boolean =>
  finding != null && finding.firstSide !== null && finding.firstSide !== "undetermined"

/** What only Keelson answers: the band, the side, the cause. */
export const ownScores = (verdicts: readonly Verdict[]) => {
  const found = verdicts.filter(
    ({ truth, drifting, onset }) => truth.fate === "drift" && drifting && onset !== undefined,
  )
  const sided = found.filter(({ truth: { side } }) => side === "host" || side === "partner")
  const isRight = ({ finding, truth }: Verdict) => finding?.firstSide === truth.side
  const rank = ({ finding, truth }: Verdict) => finding?.causes.findIndex(({ cause }) => cause === truth.cause) ?? -1
  const called = (fate: Verdict["truth"]["fate"]) =>
    share(
      verdicts.filter(({ truth }) => truth.fate === fate),
      ({ drifting }) => drifting,
    )
  const withCause = verdicts.filter(
    ({ truth: { cause, fate } }) => cause !== undefined && (fate === "drift" || fate === "never-well"),
  )
  const courses = Map.groupBy(found, ({ truth: { shape } }) => shape && `${shape.name}, ${shape.weeks}`)
  return {
    kinds: kinds.map(([name, is]) =>
      datingOf(
        name,
        found.filter(({ truth }) => is(truth)),
      ),
    ),
    courses: [...courses].map(([name, some]) => datingOf(name ?? "", some)).sort((a, b) => (a.name < b.name ? -1 : 1)),
    side: share(sided, isRight),
    sideNamed: share(sided, isSideNamed),
    sideRightly: share(sided.filter(isSideNamed), isRight),
    first: share(found, (one) => rank(one) === 0),
    third: share(found, (one) => rank(one) >= 0 && rank(one) < 3),
    market: called("market"),
    amended: called("amended"),
    dip: called("dip"),
    neverWell: called("never-well"),
    causes: [...Map.groupBy(withCause, ({ truth }) => truth.cause as string)].map(([cause, some]) => ({
      cause,
      recall: share(some, ({ drifting }) => drifting),
      first: share(
        some.filter(({ drifting }) => drifting),
        (one) => rank(one) === 0,
      ),
    })),
  }
}
