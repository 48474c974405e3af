import type { System } from "#core/actor"
import { isOpen } from "#core/importable/remark"
import type { ImportRow } from "#core/importable/row"
import { isRefusal } from "#core/refusal"
import { besideItsTransaction } from "#platform/holding"
import { type ImportContext, isRowError, type RowOutcome } from "#platform/importable"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"
import { type Catalogue, catalogueOf } from "../catalogue.ts"
import { importFinished } from "../events.ts"
import {
  type Before,
  type Collected,
  collectCoverage,
  collectRemarks,
  compileRowCheck,
  type RunOptions,
  rememberMapping,
  rowSettler,
  sayOtherwise,
  type WorkingState,
} from "../rules.ts"
import {
  type Bulk,
  insertCover,
  openBulk,
  type Run,
  rememberMappingOf,
  replaceErrors,
  type Summary,
  saveRun,
} from "../store.ts"
import { holdRights, refuseWithoutRights } from "./asker.ts"
import { countedTwice } from "./countedTwice.ts"
import { openKnownRows } from "./knownRows.ts"
import { headerKey, type OpenFile, openFile } from "./openFile.ts"
import { openImportContext, type Reading } from "./openImportContext.ts"
import { collectErrors, type RowErrors } from "./rowErrors.ts"
import { tellFile } from "./tellFile.ts"
import { unknownPartnersOf } from "./unknownPartners.ts"
import { UnusableFile } from "./unusableFile.ts"
import { type Tally, walkRows } from "./walkRows.ts"

/** Someone called the work off; everything it did is rolled back. */
export class Cancelled extends Error {}
/** Something must be chosen first; everything is rolled back, and what was found is shown as a check shows it. */
export class ChoiceNeeded extends Error {
  readonly tally: Tally
  readonly summary: Summary
  readonly errors: RowErrors["kept"]
  constructor(tally: Tally, summary: Summary, errors: RowErrors["kept"]) {
    super("choice-needed")
    this.tally = tally
    this.summary = summary
    this.errors = errors
  }
}

/** The last file's answers do not hold for this one; everything is rolled back, and it is read again without them. */
export class ReadAgain extends Error {
  readonly unfit: Before["unfit"]
  constructor(unfit: Before["unfit"]) {
    super("read-again")
    this.unfit = unfit
  }
}

export type WorkOptions = Readonly<{
  signal?: AbortSignal | undefined
  onProgress?: ((tally: Tally) => void) | undefined
  /** Answers of the last file that this one does not bear out. */
  unfit?: Before["unfit"]
}>

export type Server = Pick<Platform, "transact" | "clock" | "log" | "contributed">

/** The check of a file, or the import itself. */
export const readRun = async (server: Server, tx: Tx<System>, run: Run, state: WorkingState, options: WorkOptions) => {
  const catalogue = catalogueOf(server)
  const opened = await openFile(tx, catalogue, { ...run, options: { ...run.options, kind: run.kind } })
  if (isRefusal(opened)) throw new UnusableFile(opened.refusal)
  if (opened.plan.mappingProblem) throw new UnusableFile(opened.plan.mappingProblem.refusal)
  const isDry = state === "checking"
  const before = { answers: opened.before, unfit: options.unfit ?? [] }
  const remarks = collectRemarks(catalogue.remarks, run.options.answers ?? {}, opened.kind.fields, before)
  tellFile(opened.table, remarks)
  const coverage = collectCoverage(remarks, { today: tx.today, timeZone: tx.actor.timeZone })
  const mapped = new Set(opened.plan.mapping.filter((field) => field !== undefined))
  const known = openKnownRows({ tx, importId: run.id, remarks, mapped, isDry })
  const bulk = openBulk(tx, run.id, catalogue.tables, known, isDry)
  const reading: Reading = { row: {}, ofNew: [] }
  const context = await openImportContext(
    tx,
    { ...run.options, answers: opened.answers },
    bulk,
    remarks,
    coverage.covers,
    reading,
  )
  const report = reporter(server, tx.actor, { run, state }, options)
  const { tally, errors } = await readRows(opened, { context, bulk, remarks, reading }, report)
  const unfit = remarks.unfit()
  if (unfit.length > 0) throw new ReadAgain([...before.unfit, ...unfit])
  options.onProgress?.(tally)
  const said = coverage.said()
  const countedOf = await countedTwice(tx, server.contributed.signals, said, remarks)
  const told = remarks.all()
  const isAsked = !isDry && told.some(isOpen)
  const summary: Summary = {
    ...summaryOf(opened, tally, errors, bulk),
    unknownPartners: isDry || isAsked ? await unknownPartnersOf(context, opened.plan.mapping) : [],
    ...(said && { covers: said.covers }),
    remarks: told,
  }
  if (isAsked) throw new ChoiceNeeded(tally, summary, errors.kept)
  await replaceErrors(tx, run.id, errors.kept)
  const done = { rowsTotal: tally.rows, rowsDone: tally.rows, rowsFailed: tally.failed, summary }
  if (!isDry && said) await insertCover(tx, run.id, said.each(), countedOf)
  if (!isDry) await recordImport(tx, run, catalogue, bulk, done)
  if (!isDry) await remember(tx, run, opened, catalogue)
  await holdRights(tx, run)
  const end = isDry ? { state: "checked" as const } : { state: "imported" as const, finishedAt: server.clock.now() }
  if (!(await saveRun(tx, run.id, { ...end, ...done }, state))) throw new Cancelled()
}

type Work = Readonly<{ context: ImportContext; bulk: Bulk; remarks: Collected; reading: Reading }>

const readRows = async (
  { kind, table, plan: { mapping, formats } }: OpenFile,
  { context, bulk, remarks, reading }: Work,
  onProgress: (tally: Tally) => Promise<void>,
) => {
  const { currency } = context.options as RunOptions
  const errors = collectErrors(table.headers, mapping)
  const options = { timeZone: context.tx.actor.timeZone, ...(currency && { currency }) }
  const check = compileRowCheck(kind, mapping, formats, options, remarks)
  const settle = rowSettler(mapping, remarks)
  const recorder = await kind.open(context)
  const complete = sayOtherwise(kind, context.remarks)
  const record = (row: ImportRow): RowOutcome => {
    // What a row does not say corrects nothing that is recorded.
    reading.row = row
    const whole = complete(row)
    const outcome = isRowError(whole) ? whole : recorder(whole)
    // A row that is left out as somebody chose is told with what was chosen.
    if (isRowError(outcome) && outcome.reason === "required-empty") for (const tell of reading.ofNew) tell()
    if (reading.ofNew.length > 0) reading.ofNew = []
    return outcome
  }
  const read = { table, mapping }
  return { tally: await walkRows({ ...read, check, settle, record, bulk, errors, remarks, onProgress }), errors }
}

const summaryOf = ({ table }: OpenFile, tally: Tally, errors: RowErrors, bulk: Bulk): Summary => {
  const { rows, keptRows } = errors.count()
  return {
    headers: table.headers,
    created: Object.fromEntries(Object.entries(bulk.written).filter(([, count]) => count > 0)),
    known: tally.known + sum(bulk.added) - sum(bulk.written),
    ...(sum(bulk.changed) > 0 && { changed: bulk.changed }),
    skipped: tally.skipped,
    errors: rows,
    errorsKept: keptRows,
  }
}

/** Only what was imported teaches: how its columns were read, and what was chosen, for the next file with the same ones. */
const remember = (tx: Tx<System>, { kind }: Run, { table, plan, answers }: OpenFile, { remarks }: Catalogue) => {
  const lasting = Object.entries(answers).filter(([key]) => !remarks[key.split(":")[0] ?? ""]?.isOnce)
  return rememberMappingOf(tx, kind, headerKey(table.headers), {
    columns: rememberMapping(table.headers, plan.mapping),
    answers: Object.fromEntries(lasting),
  })
}

type Done = Readonly<{ rowsTotal: number; rowsFailed: number; summary: Summary }>

/** What follows once rows were written: figures are made anew, modules go on with what they were given, the ledger says so. */
const recordImport = async (
  tx: Tx<System>,
  run: Run,
  { tables }: Catalogue,
  { touched, written, changed }: Bulk,
  { rowsTotal, rowsFailed, summary }: Done,
): Promise<void> => {
  await tx.markStale([...touched])
  const changedTables = tables.flatMap(({ name }) => ((written[name] ?? 0) + (changed[name] ?? 0) > 0 ? [name] : []))
  tx.figuresChanged([...touched], changedTables)
  for (const { name, afterwards } of tables)
    if (afterwards && (written[name] ?? 0) + (changed[name] ?? 0) > 0) await afterwards(tx)
  await tx.record(importFinished, {
    subjectId: run.id,
    source: "import",
    payload: {
      kind: run.kind,
      fileName: run.fileName,
      rows: rowsTotal,
      failed: rowsFailed,
      created: summary.created ?? {},
      ...(summary.changed && { changed: summary.changed }),
    },
  })
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0)

/** Tells how far the work is, through a connection of its own, at most twice a second; and hears whether it is still wanted and allowed. */
const reporter = (
  server: Server,
  actor: System,
  { run, state }: Readonly<{ run: Run; state: WorkingState }>,
  { signal, onProgress }: WorkOptions,
) => {
  let next = Date.now()
  return async (tally: Tally): Promise<void> => {
    if (signal?.aborted) throw signal.reason
    if (Date.now() < next) return
    next = Date.now() + 500
    onProgress?.(tally)
    const done = { rowsDone: tally.rows, rowsFailed: tally.failed }
    const told = await besideItsTransaction(() =>
      server.transact(actor, async (tx) => {
        await refuseWithoutRights(tx, run)
        return saveRun(tx, run.id, done, state)
      }),
    )
    if (!told) throw new Cancelled()
  }
}
