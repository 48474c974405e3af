import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import { removeUpload } from "#platform/uploads"
import { BrokenTable } from "../reading.ts"
import { isWorking } from "../rules.ts"
import { claimWork, findRun, replaceErrors, saveRun } from "../store.ts"
import { refuseWithoutRights } from "./asker.ts"
import { Cancelled, ChoiceNeeded, ReadAgain, readRun, type Server, type WorkOptions } from "./readRun.ts"
import { undo } from "./undo.ts"
import { UnusableFile } from "./unusableFile.ts"

/**
 * Does what a run waits for: its check, its import or its undoing. Everything one run writes is one transaction, so a
 * killed server leaves nothing behind and the next one starts the work anew; the lock makes sure it is done by one at a time.
 */
export const workOn = async (
  server: Server,
  actor: System,
  importId: Id,
  options: WorkOptions = {},
): Promise<"done" | "busy"> => {
  try {
    const finished = await server.transact(actor, async (tx) => {
      if (!(await claimWork(tx, importId))) return "busy"
      const run = await findRun(tx, importId)
      if (!run || !isWorking(run.state)) return undefined
      await refuseWithoutRights(tx, run)
      await sql`set local statement_timeout = 0`.execute(tx.db)
      await sql`set local jit = off`.execute(tx.db)
      if (run.state === "undoing") await undo(server, tx, run)
      else await readRun(server, tx, run, run.state, options)
      return run.state === "importing" ? { file: run.filePath } : undefined
    })
    if (finished === "busy") return "busy"
    if (finished) await removeUpload(finished.file)
  } catch (fault) {
    if (fault instanceof Cancelled) return "done"
    if (fault instanceof ReadAgain) return workOn(server, actor, importId, { ...options, unfit: fault.unfit })
    if (fault instanceof ChoiceNeeded) {
      const { tally, summary, errors } = fault
      const done = { rowsTotal: tally.rows, rowsDone: tally.rows, rowsFailed: tally.failed }
      await server.transact(actor, async (tx) => {
        if (await saveRun(tx, importId, { state: "checked", summary, ...done }, "importing"))
          await replaceErrors(tx, importId, errors)
      })
      return "done"
    }
    const reason = reasonOf(fault)
    if (reason === undefined) throw fault
    if (reason === "internal") server.log.error({ err: fault, importId }, "an import failed")
    await server.transact(actor, async (tx) => {
      const run = await findRun(tx, importId)
      if (!run || !isWorking(run.state)) return
      const state = run.state === "undoing" ? "imported" : "failed"
      await saveRun(tx, importId, { state, summary: { ...run.summary, reason } }, run.state)
    })
  }
  return "done"
}

/**
 * Why a run must fail for good; undefined for what may pass (a lost connection, a server that stops): the work is then
 * done again. The same input would meet a wrong value or a bug again.
 */
const reasonOf = (fault: unknown): string | undefined => {
  if (fault instanceof UnusableFile) return fault.message
  if (fault instanceof BrokenTable) return fault.reason
  const code = typeof fault === "object" && fault !== null && "code" in fault ? String(fault.code) : ""
  if (code === "ENOENT") return "file-gone"
  const isOurs = fault instanceof TypeError || fault instanceof RangeError || fault instanceof ReferenceError
  return isOurs || /^(?:22|23|42)/.test(code) ? "internal" : undefined
}
