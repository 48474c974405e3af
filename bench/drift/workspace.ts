import { type Aged, askByAge } from "./ages.ts"
import { baselines, verdictsOf } from "./baselines.ts"
import { drawHeldOut } from "./heldOut/portfolio.ts"
import { type Trace, traceOf } from "./limit/trace.ts"
import { drawOwn } from "./portfolios.ts"
import { drawThird } from "./third/portfolio.ts"
import { askInProcess, judge, type Verdict, weeksAsked } from "./verdicts.ts"

/** The generators of worlds, and how often the question is asked in each. */
export const generators = {
  own: { draw: drawOwn, every: 4 },
  heldOut: { draw: drawHeldOut, every: 8 },
  third: { draw: drawThird, every: 8 },
}

export type Generator = keyof typeof generators

/** One workspace of one generator. */
export type Task = Readonly<{ generator: Generator; seed: number; index: number }>

/** Verdicts by method, what was said of each drift at each age, and what could be known of each partnership. */
export type Judged = Readonly<{
  methods: Readonly<Record<string, readonly Verdict[]>>
  ages: readonly Aged[]
  traces: readonly Trace[]
}>

/** Draws a workspace and lets every method judge it; what is missed in the third generator is asked of ours alone. */
export const judgeWorkspace = ({ generator, seed, index }: Task): Judged => {
  const { draw, every } = generators[generator]
  const cases = draw(seed, index)
  const last = cases[0]?.truth.lastWeek ?? 0
  const weeks = weeksAsked(last, every)
  const ours = judge(cases, askInProcess(cases, weeks))
  const traces = cases.map((one) => traceOf(one, weeks))
  if (generator === "third") return { methods: { Keelson: ours }, ages: [], traces }
  const methods = {
    Keelson: ours,
    ...Object.fromEntries(Object.entries(baselines).map(([name, alarms]) => [name, verdictsOf(alarms, cases)])),
  }
  return { methods, ages: askByAge(cases), traces }
}
