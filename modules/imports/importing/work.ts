import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import { sql } from "#platform/database"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"
import { removeUpload } from "#platform/uploads"
import { catalogueOf } from "../catalogue.ts"
import { importFinished, importUndone } from "../events.ts"
import { BrokenTable } from "../reading.ts"
import { compileRowCheck, isWorking, type WorkingState } from "../rules.ts"
import {
  claimWork,
  countingBulk,
  findRun,
  openBulk,
  type Run,
  replaceErrors,
  type Summary,
  saveRun,
  undoRows,
} from "../store.ts"
import { openFile } from "./openFile.ts"
import { openImportContext } from "./openImportContext.ts"
import { collectErrors } from "./rowErrors.ts"
import { unknownPartnersOf } from "./unknownPartners.ts"
import { type Tally, walkRows } from "./walkRows.ts"

/** The file cannot be imported at all; the run fails and says so. */
class UnusableFile extends Error {}
/** Someone called the work off; everything it did is rolled back. */
class Cancelled extends Error {}

export type WorkOptions = Readonly<{
  signal?: AbortSignal | undefined
  onProgress?: ((tally: Tally) => void) | undefined
}>

type Server = Pick<Platform, "transact" | "clock" | "log" | "contributed">

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
      await sql`set local statement_timeout = 0`.execute(tx.db)
      await sql`set local jit = off`.execute(tx.db)
      if (run.state === "undoing") await undo(server, tx, run)
      else await read(server, tx, run, run.state, options)
      return run.state === "importing" ? { file: run.filePath } : undefined
    })
    if (finished === "busy") return "busy"
    if (finished) await removeUpload(finished.file)
  } catch (fault) {
    if (fault instanceof Cancelled) return "done"
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

const undo = async (server: Server, tx: Tx<System>, run: Run): Promise<void> => {
  const { tables, holds } = catalogueOf(server)
  const { removed, kept, touched } = await undoRows(tx, run.id, tables, holds)
  await tx.markStale(touched)
  const summary: Summary = { ...run.summary, removed, kept }
  await saveRun(tx, run.id, { state: "undone", undoneAt: tx.now, summary })
  await tx.record(importUndone, {
    subjectId: run.id,
    source: "import",
    payload: { kind: run.kind, fileName: run.fileName, removed, kept },
  })
}

const read = async (
  server: Server,
  tx: Tx<System>,
  run: Run,
  state: WorkingState,
  options: WorkOptions,
): Promise<void> => {
  const catalogue = catalogueOf(server)
  const opened = await openFile(tx, catalogue, { ...run, options: { ...run.options, kind: run.kind } })
  if (isRefusal(opened)) throw new UnusableFile(opened.refusal)
  const { kind, table, plan } = opened
  if (plan.mappingProblem) throw new UnusableFile(plan.mappingProblem.refusal)
  const isDry = state === "checking"
  const bulk = isDry ? countingBulk(catalogue.tables) : openBulk(tx, run.id, catalogue.tables)
  const context = await openImportContext(tx, run.options, bulk)
  const record = await kind.open(context)
  const errors = collectErrors(table.headers, plan.mapping)
  const check = compileRowCheck(kind, plan.mapping, plan.formats, {
    timeZone: tx.actor.timeZone,
    ...(run.options.currency && { currency: run.options.currency }),
  })
  const onProgress = reporter(server, tx.actor, run.id, state, options)
  const tally = await walkRows({ table, check, record, bulk, errors, onProgress })
  await replaceErrors(tx, run.id, errors.kept)
  const { rows, keptRows } = errors.count()
  const recorded = sum(bulk.added)
  const summary: Summary = {
    headers: table.headers,
    created: Object.fromEntries(Object.entries(bulk.written).filter(([, count]) => count > 0)),
    known: tally.known + recorded - sum(bulk.written),
    skipped: tally.skipped,
    errors: rows,
    errorsKept: keptRows,
    unknownPartners: isDry ? await unknownPartnersOf(context, plan.mapping) : [],
  }
  const done = { rowsTotal: tally.rows, rowsDone: tally.rows, rowsFailed: tally.failed, summary }
  options.onProgress?.(tally)
  if (isDry) {
    if (!(await saveRun(tx, run.id, { state: "checked", ...done }, "checking"))) throw new Cancelled()
    return
  }
  await tx.markStale([...bulk.touched])
  for (const { name, afterwards } of catalogue.tables)
    if (afterwards && (bulk.written[name] ?? 0) > 0) await afterwards(tx)
  await tx.record(importFinished, {
    subjectId: run.id,
    source: "import",
    payload: {
      kind: run.kind,
      fileName: run.fileName,
      rows: tally.rows,
      failed: tally.failed,
      created: summary.created ?? {},
    },
  })
  const finishedAt = server.clock.now()
  if (!(await saveRun(tx, run.id, { state: "imported", finishedAt, ...done }, "importing"))) throw new Cancelled()
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0)

/** Tells how far the work is, through a connection of its own, at most twice a second; and hears whether it is still wanted. */
const reporter = (
  server: Server,
  actor: System,
  importId: Id,
  state: WorkingState,
  { signal, onProgress }: WorkOptions,
) => {
  let next = Date.now()
  return async (tally: Tally): Promise<void> => {
    if (signal?.aborted) throw signal.reason
    if (Date.now() < next) return
    next = Date.now() + 500
    onProgress?.(tally)
    const done = { rowsDone: tally.rows, rowsFailed: tally.failed }
    if (!(await server.transact(actor, (tx) => saveRun(tx, importId, done, state)))) throw new Cancelled()
  }
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
