import { isOpen } from "#core/importable/remark"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import type { WorkspaceTx } from "#platform/tx"
import type { Catalogue } from "../catalogue.ts"
import { decideMove, type MappingRefusal } from "../rules.ts"
import { askerIn, findEarlier, findRun, lockContent, type Run, saveRun } from "../store.ts"
import { type FileRefusal, openFile } from "./openFile.ts"

export type PrepareRefusal =
  | FileRefusal
  | Refusal<"not-now" | "answers-needed" | "choice-needed" | "already-imported" | MappingRefusal>

/**
 * Puts a run to work: a dry run or the import itself. Refused while the file can be misread (a field without a column, a
 * question without an answer), and when this content was imported before.
 */
export const prepare = async (
  tx: WorkspaceTx,
  catalogue: Catalogue,
  run: Run,
  state: "checking" | "importing",
): Promise<Run | PrepareRefusal> => {
  const move = decideMove(run.state, state)
  if (isRefusal(move)) return move
  await lockContent(tx, run.fileHash)
  const earlier = await findEarlier(tx, run)
  if (earlier)
    return refuse("already-imported", {
      import: earlier.id,
      fileName: earlier.fileName,
      on: earlier.finishedAt ?? earlier.createdAt,
      by: earlier.createdByName,
    })
  const opened = await openFile(tx, catalogue, { ...run, options: { ...run.options, kind: run.kind } })
  if (isRefusal(opened)) return opened
  const { table, plan } = opened
  if (plan.mappingProblem) return plan.mappingProblem
  const open = plan.questions.find(({ answer }) => answer === undefined)
  if (open)
    return refuse("answers-needed", {
      column: open.column,
      header: table.headers[open.column],
      question: open.kind,
      examples: open.examples,
      choices: open.choices,
    })
  const unanswered = run.summary.remarks?.find(isOpen)
  if (state === "importing" && unanswered) return refuse("choice-needed", { ...unanswered })
  await saveRun(tx, run.id, { state, rowsDone: 0, rowsFailed: 0, summary: {}, askedBy: askerIn(tx) })
  return (await findRun(tx, run.id)) as Run
}
