import { type AgeRow, byAge } from "./ages.ts"
import type { BudgetRow } from "./budget.ts"
import type { ConsortiumRow } from "./consortium.ts"
import { type LimitScores, limitScores } from "./limit/score.ts"
import type { Limits } from "./limit/section.ts"
import { ownScores } from "./ownScore.ts"
import { scoresOf } from "./score.ts"
import type { speedOf } from "./speed.ts"
import type { TcpdRow } from "./tcpd.ts"
import type { ThirdScores } from "./third/score.ts"
import type { Verdict } from "./verdicts.ts"
import { type Generator, generators, type Judged } from "./workspace.ts"

/** What one generator's workspaces came to. */
export type Outcome = Readonly<{
  verdicts: readonly Verdict[]
  rows: readonly Readonly<{ name: string; scores: ReturnType<typeof scoresOf> }>[]
  own: ReturnType<typeof ownScores>
  ages: readonly AgeRow[]
}>

/** Everything the page is written from. */
export type Results = Readonly<{
  isQuick: boolean
  seed: number
  own: Outcome
  heldOut: Outcome
  third: ThirdScores
  limits: Limits
  budget: Readonly<Record<string, readonly BudgetRow[]>>
  sudden: readonly AgeRow[]
  speed: ReturnType<typeof speedOf>
  tcpd: readonly TcpdRow[] | undefined
  consortium: readonly ConsortiumRow[]
}>

export const outcomeOf = (workspaces: readonly Judged[]): Outcome => {
  const of = (method: string) => workspaces.flatMap((judged) => judged.methods[method] ?? [])
  const verdicts = of("Keelson")
  return {
    verdicts,
    rows: Object.keys(workspaces[0]?.methods ?? {}).map((name) => ({ name, scores: scoresOf(of(name)) })),
    own: ownScores(verdicts),
    ages: byAge(workspaces.flatMap(({ ages }) => ages)),
  }
}

/** How late we are beside the earliest that is possible, in one generator's workspaces. */
export const limitOf = (generator: Generator, workspaces: readonly Judged[]): LimitScores =>
  limitScores(
    workspaces.flatMap(({ methods }) => methods["Keelson"] ?? []),
    workspaces.flatMap(({ traces }) => traces),
    generators[generator].every,
  )
