import type { Id } from "#core/ids"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import type { WorkspaceTx } from "#platform/tx"
import type { Catalogue } from "../catalogue.ts"
import { decideMove } from "../rules.ts"
import { askerIn, findRun, lockRun, type Run, saveRun } from "../store.ts"
import { type FileRefusal, openFile } from "./openFile.ts"
import { type PrepareRefusal, prepare } from "./prepare.ts"

/** Decides columns by their names; columns that are not named keep their guess. A name that no column has is a mistake, and is not passed over. */
export const decideColumns = async (
  tx: WorkspaceTx,
  catalogue: Catalogue,
  run: Run,
  byHeader: Readonly<Record<string, string | null>>,
): Promise<Run | FileRefusal | Refusal<"no-such-column">> => {
  const opened = await openFile(tx, catalogue, run)
  if (isRefusal(opened)) return opened
  const { headers } = opened.table
  const missing = Object.keys(byHeader).find((name) => !headers.includes(name))
  if (missing !== undefined) return refuse("no-such-column", { column: missing, columns: headers })
  const mapping = headers.map((header, column) =>
    header in byHeader ? (byHeader[header] ?? null) : (opened.plan.mapping[column] ?? null),
  )
  await saveRun(tx, run.id, { options: { ...run.options, mapping } })
  return (await findRun(tx, run.id)) as Run
}

/** Puts a run to work by its id. */
export const prepareRun = async (
  tx: WorkspaceTx,
  catalogue: Catalogue,
  id: Id,
  state: "checking" | "importing",
): Promise<Run | PrepareRefusal | Refusal<"no-such-import">> => {
  const run = await lockRun(tx, id)
  return run ? prepare(tx, catalogue, run, state) : refuse("no-such-import")
}

/** Puts an import to its undoing. */
export const prepareUndo = async (tx: WorkspaceTx, id: Id): Promise<Run | Refusal<"not-now" | "no-such-import">> => {
  const run = await lockRun(tx, id)
  if (!run) return refuse("no-such-import")
  const move = decideMove(run.state, "undoing")
  if (isRefusal(move)) return move
  await saveRun(tx, run.id, { state: move, askedBy: askerIn(tx) })
  return { ...run, state: move, version: run.version + 1 }
}
