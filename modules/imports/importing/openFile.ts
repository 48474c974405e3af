import { type Answers, remarkKey } from "#core/importable/remark"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import type { ImportKind } from "#platform/importable"
import { indexKey } from "#platform/index-key"
import type { WorkspaceTx } from "#platform/tx"
import type { Catalogue } from "../catalogue.ts"
import type { Table, TableRefusal, TableRow } from "../reading.ts"
import { openTable } from "../reading.ts"
import { guessKind, knownHeadersOf, type Plan, planImport, type RunOptions, rememberMapping } from "../rules.ts"
import { findMapping } from "../store.ts"

export type OpenFile = Readonly<{
  kind: ImportKind
  table: Table
  sample: readonly TableRow[]
  plan: Plan
  /** Chosen for this file, or for the last one with the same columns. */
  answers: Answers
  /** Chosen for the last file only. */
  before: Answers
}>

export type FileRefusal = TableRefusal | Refusal<"unknown-kind">

type Source = Readonly<{ filePath: string; fileName: string; options: RunOptions }>

/** Opens a run's file and plans how it will be read. Options win over memory, memory over guesses. */
export const openFile = async (
  tx: WorkspaceTx,
  catalogue: Catalogue,
  from: Source,
): Promise<OpenFile | FileRefusal> => {
  const { kinds, findKind, knownHeaders } = catalogue
  const { options } = from
  const wanted = findKind(options.kind ?? "")
  const encodingAnswer = options.answers?.[encodingKey]
  const source = {
    path: from.filePath,
    fileName: from.fileName,
    knownHeaders,
    ...(wanted && { wantedHeaders: knownHeadersOf([wanted]) }),
    ...(options.encoding && { encoding: options.encoding }),
    ...(encodingAnswer && { encodingAnswer }),
    ...(options.delimiter && { delimiter: options.delimiter }),
    ...(options.sheet && { sheet: options.sheet }),
  }
  const table = await openTable(source)
  if (isRefusal(table)) return table
  const kind = findKind(options.kind ?? guessKind(kinds, table.headers)[0]?.kind ?? "")
  if (!kind) return refuse("unknown-kind", { kind: options.kind })
  const remembered = await findMapping(tx, kind.kind, headerKey(table.headers))
  const before = remembered?.answers[encodingKey]
  if (!encodingAnswer && before && before !== table.encoding && table.encodings.some(({ name }) => name === before))
    return openFile(tx, catalogue, {
      ...from,
      options: { ...options, answers: { ...options.answers, [encodingKey]: before } },
    })
  const answers = { ...remembered?.answers, ...options.answers }
  const sample = table.sample.filter(({ aside }) => aside === undefined || answers[asideKey] === "take").map(whole)
  const rows = sample.filter(({ problem }) => !problem)
  const plan = planImport({ headers: table.headers, rows }, kinds, kind, options, remembered?.columns)
  return { kind, table, sample, plan, answers, before: remembered?.answers ?? {} }
}

const encodingKey = remarkKey("encoding-uncertain", {})
const asideKey = remarkKey("row-aside", {})

/** Guesses look at a row as it will be if merged cells count for all their rows. */
const whole = (row: TableRow): TableRow => {
  if (!row.merged) return row
  const cells = [...row.cells]
  for (const { column, text } of row.merged) cells[column] = text
  return { ...row, cells }
}

/** The same set of headers in any order is the same key, and no other set is: what was chosen for one file must not hold for another. */
export const headerKey = (headers: readonly string[]): string =>
  indexKey(Object.keys(rememberMapping(headers, [])).sort().join("\n"))
