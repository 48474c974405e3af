import type { Answers } from "#core/importable/remark"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import type { ImportKind } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"
import type { Catalogue } from "../catalogue.ts"
import type { Table, TableRefusal, TableRow } from "../reading.ts"
import { firstOf, openTable } from "../reading.ts"
import { guessKind, type Plan, planImport, type RunOptions, rememberMapping } from "../rules.ts"
import { findMapping } from "../store.ts"

/** Rows that are looked at before anything is decided: enough for a column to show how it writes its dates. */
const sampledRows = 5_000
/** What an index takes. What is remembered is looked up header by header, so a cut key costs nothing. */
const longestKey = 500

export type OpenFile = Readonly<{
  kind: ImportKind
  table: Table
  sample: readonly TableRow[]
  plan: Plan
  /** Chosen for this file, or for the last one with the same columns. */
  answers: Answers
}>

export type FileRefusal = TableRefusal | Refusal<"unknown-kind">

type Source = Readonly<{ filePath: string; fileName: string; options: RunOptions }>

/** Opens a run's file and plans how it will be read. Options win over memory, memory over guesses. */
export const openFile = async (
  tx: WorkspaceTx,
  { kinds, findKind, knownHeaders }: Catalogue,
  source: Source,
): Promise<OpenFile | FileRefusal> => {
  const { options } = source
  const table = await openTable({
    path: source.filePath,
    fileName: source.fileName,
    knownHeaders,
    ...(options.encoding && { encoding: options.encoding }),
    ...(options.delimiter && { delimiter: options.delimiter }),
    ...(options.sheet && { sheet: options.sheet }),
  })
  if (isRefusal(table)) return table
  const sample = await firstOf(table.rows, sampledRows)
  if (isRefusal(sample)) return sample
  const kind = findKind(options.kind ?? guessKind(kinds, table.headers)[0]?.kind ?? "")
  if (!kind) return refuse("unknown-kind", { kind: options.kind })
  const remembered = await findMapping(tx, kind.kind, headerKey(table.headers))
  const rows = sample.filter(({ problem }) => !problem)
  const plan = planImport({ headers: table.headers, rows }, kinds, kind, options, remembered?.columns)
  return { kind, table, sample, plan, answers: { ...remembered?.answers, ...options.answers } }
}

/** The same set of headers in any order is the same key. */
export const headerKey = (headers: readonly string[]): string =>
  Object.keys(rememberMapping(headers, [])).sort().join("\n").slice(0, longestKey)
