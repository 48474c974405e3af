import type { System } from "#core/actor"
import { everyWorkspace, untilDone } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import { evaluate, evaluatedProgram, knownOf, lookAt } from "./evaluate.ts"
import { isEvaluationDue, versionOn } from "./rules.ts"
import * as store from "./store.ts"

const perBatch = 100

/** One batch of those that nobody has looked at today; true while there may be more. */
const lookAtSome = async (tx: Tx<System>): Promise<boolean> => {
  const unseen = await store.lockUnseen(tx, perBatch)
  for (const [programId, rows] of Map.groupBy(unseen, (row) => row.programId)) {
    const evaluated = await evaluatedProgram(tx, programId)
    const rhythm = versionOn(evaluated.versions, tx.today)?.terms.rhythm
    if (rhythm === undefined) throw new Error("whoever is enrolled is in a program that holds")
    const factsOf = await knownOf(tx, evaluated, rows)
    for (const row of rows) {
      const isDue = isEvaluationDue({ ...row, rhythm, today: tx.today })
      await (isDue ? evaluate : lookAt)(tx, evaluated, row, factsOf(row))
    }
  }
  return unseen.length === perBatch
}

/** Each day everybody is looked at, so that progress is shown as it is; on the program's days their tier is decided. */
const turnDay = everyWorkspace({
  name: "programs.turn-day",
  cron: "25 * * * *",
  visit: (context) => untilDone(context, lookAtSome),
})

export const jobs = [turnDay]
