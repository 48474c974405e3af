import { type AgeRow, byAge } from "./ages.ts"
import type { ConsortiumRow } from "./consortium.ts"
import { ownScores } from "./ownScore.ts"
import { scoresOf } from "./score.ts"
import type { speedOf } from "./speed.ts"
import type { TcpdRow } from "./tcpd.ts"
import type { ThirdScores } from "./third/score.ts"
import type { Verdict } from "./verdicts.ts"
import type { Judged } from "./workspace.ts"

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
