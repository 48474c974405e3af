import { abilityOf } from "#core/ability"
import type { Actor } from "#core/actor"
import type { FileKind } from "#core/importable/field"
import { isOpen } from "#core/importable/remark"
import type { UnknownPartner } from "#rules/partnerships"
import type { ImportForHost, ImportKindForHost, PreviewForHost } from "./contract.ts"
import type { OpenFile } from "./importing/openFile.ts"
import { mayImport, mayUndoImport } from "./policy.ts"
import { decideMove, explain } from "./rules.ts"
import type { Run, StoredError } from "./store.ts"

/** An import with what the caller may do; where the file lies is nobody's business. */
export const importForHost = (actor: Actor, run: Run): ImportForHost => ({
  id: run.id,
  kind: run.kind,
  state: run.state,
  fileName: run.fileName,
  rowsTotal: run.rowsTotal,
  rowsDone: run.rowsDone,
  rowsFailed: run.rowsFailed,
  summary: mutable(summaryOf(run.summary)),
  createdBy: run.createdByName,
  createdAt: run.createdAt,
  finishedAt: run.finishedAt,
  undoneAt: run.undoneAt,
  version: run.version,
  abilities: { import: mayImport(actor), undo: abilityOf(mayUndoImport(actor, run), decideMove(run.state, "undoing")) },
})

const summaryOf = ({ remarks, covers, ...summary }: Run["summary"]) => ({
  ...summary,
  ...(covers && {
    covers: { ...covers, partners: Array.isArray(covers.partners) ? covers.partners.length : covers.partners },
  }),
  ...(remarks && { remarks: remarks.map((remark) => ({ ...remark, isOpen: isOpen(remark) })) }),
})

/** A kind of file with its fields. */
export const kindForHost = ({ kind, fields }: FileKind): ImportKindForHost => ({
  kind,
  fields: fields.map(({ key, label, isRequired }) => ({ key, label, isRequired })),
})

const shownRows = 20
const samples = 4
const shownColumns = 12

/** How a file would be read. */
export const previewForHost = (
  run: Run,
  { kind, table, sample, plan }: OpenFile,
  unknownPartners: readonly UnknownPartner[],
  earlier: Run | undefined,
): PreviewForHost => ({
  kind: run.kind,
  kinds: mutable(plan.kinds),
  sheets: table.sheets.map(({ first, rows = null, isHidden = false, ...sheet }) => ({
    ...sheet,
    rows,
    isHidden,
    first: first.slice(0, shownColumns).map((cell) => cell.slice(0, 100)),
  })),
  sheet: table.sheet ?? null,
  encoding: table.encoding,
  encodings: mutable(table.encodings),
  isEncodingCertain: table.isEncodingCertain,
  delimiter: table.delimiter,
  headerRow: table.headerRow,
  columns: table.headers.map((header, column) => ({
    header,
    field: plan.mapping[column] ?? null,
    guess: plan.guesses[column]?.field ?? null,
    confidence: plan.guesses[column]?.confidence ?? 0,
    because: plan.guesses[column]?.because ?? "nothing fits",
    samples: [...new Set(sample.map(({ cells }) => (cells[column] ?? "").slice(0, 200)))]
      .filter(Boolean)
      .slice(0, samples),
    dates: plan.formats[column]?.dates ?? "ambiguous",
    decimals: plan.formats[column]?.decimals ?? "ambiguous",
    evidence: (plan.evidence[column] ?? []).map(({ meaning = null, ...found }) => ({ ...found, meaning })),
  })),
  fields: kindForHost(kind).fields,
  mappingProblem: plan.mappingProblem
    ? { code: plan.mappingProblem.refusal, field: String(plan.mappingProblem.detail?.["key"] ?? "") || null }
    : null,
  questions: plan.questions.map(({ suggested = null, answer = null, ...question }) => ({
    ...mutable(question),
    suggested,
    answer,
  })),
  unknownPartners: mutable(unknownPartners),
  rows: sample.slice(0, shownRows).map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.slice(0, 200)) })),
  options: { ...run.options },
  earlier: earlier
    ? {
        id: earlier.id,
        fileName: earlier.fileName,
        on: earlier.finishedAt ?? earlier.createdAt,
        by: earlier.createdByName,
      }
    : null,
})

/** The reasons of one row, in words. */
export const rowErrorsOf = (errors: readonly StoredError[], sentences: Readonly<Record<string, string>>) => {
  const byLine = new Map<number, StoredError[]>()
  for (const error of errors) byLine.set(error.line, [...(byLine.get(error.line) ?? []), error])
  return [...byLine].map(([line, found]) => ({
    line,
    cells: [...(found[0]?.cells ?? [])],
    reasons: found.map(({ field, header, value, reason, params }) => ({
      field,
      header,
      value,
      reason,
      params: { ...params },
      message: explain(sentences, reason, params),
    })),
  }))
}

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T

/** Views are plain JSON on their way out; nobody changes them. */
const mutable = <T>(value: T): Mutable<T> => value as Mutable<T>
