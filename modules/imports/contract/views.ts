import { z } from "zod"
import { abilityShape, idShape, instantShape, plainDateShape } from "#core/endpoint"
import { reasons, runStates } from "../rules.ts"

/** What a file holds: one of those that `GET /import-kinds` lists. */
export const kind = z.string().regex(/^[a-z][a-z_-]{0,59}$/, "the name of a kind of file")

export const unknownKind = { "unknown-kind": { status: 422, title: reasons["unknown-kind"] } } as const

/** Files that cannot be read, each with the sentence that says what to do. */
export const fileRefusals = {
  ...unknownKind,
  "empty-file": { status: 422, title: reasons["empty-file"] },
  "not-a-spreadsheet": { status: 422, title: reasons["not-a-spreadsheet"] },
  "old-workbook": { status: 422, title: reasons["old-workbook"] },
  "locked-workbook": { status: 422, title: reasons["locked-workbook"] },
  "broken-workbook": { status: 422, title: reasons["broken-workbook"] },
  "too-many-broken-rows": { status: 422, title: reasons["too-many-broken-rows"] },
  "workbook-too-large": { status: 422, title: reasons["workbook-too-large"] },
  "no-such-sheet": { status: 422, title: "The workbook has no such sheet." },
  "no-sheets": { status: 422, title: "This file is a text and has no sheets." },
  "unknown-encoding": { status: 422, title: "This encoding is not known." },
  "too-many-columns": { status: 422, title: "The table has too many columns." },
  "no-header-row": { status: 422, title: reasons["no-header-row"] },
} as const

const counts = z.record(z.string(), z.number())

const unknownPartner = z.object({
  name: z.string(),
  rows: z.number(),
  suggestions: z.array(z.object({ id: idShape, name: z.string(), likeness: z.number() })),
})

const remark = z.object({
  code: z.string().describe("a stable code"),
  key: z.string().describe("under which an answer is given"),
  field: z.string().nullable(),
  header: z.string().nullable(),
  value: z.string().nullable(),
  count: z.number().describe("rows"),
  examples: z.array(
    z.object({
      line: z.number(),
      text: z.string(),
      becomes: z.string().nullable(),
      here: z
        .object({ called: z.string(), was: z.string() })
        .optional()
        .describe("of what is here already and differs"),
    }),
  ),
  choices: z.array(z.string()).describe("empty when it only tells"),
  usual: z.string().nullable().describe("what holds while nobody chooses; without one nothing is imported before"),
  likely: z.string().optional().describe("proposed; holds only once it is chosen"),
  answer: z.string().nullable(),
  isRemembered: z.boolean().optional().describe("chosen for an earlier file with the same columns"),
  isOpen: z.boolean(),
  message: z.string().describe("in English"),
})

/** An import as the host sees it. */
export const importForHost = z.object({
  id: idShape,
  kind: z.string(),
  state: z.enum(runStates),
  fileName: z.string(),
  rowsTotal: z.number().describe("0 until the file was read to its end"),
  rowsDone: z.number(),
  rowsFailed: z.number(),
  summary: z.object({
    created: counts.optional().describe("by table, what the import made or a dry run would make"),
    changed: counts.optional().describe("by table, rows that were here already and were changed, or would be"),
    known: z.number().optional().describe("rows that were known already: changed or left alone"),
    skipped: z.number().optional(),
    errors: z.number().optional(),
    errorsKept: z.number().optional(),
    unknownPartners: z.array(unknownPartner).optional(),
    remarks: z.array(remark).optional().describe("what the reading of the file tells, and asks"),
    covers: z
      .object({
        from: plainDateShape,
        to: plainDateShape,
        partners: z.number(),
        signals: z.array(z.string()),
        isWhole: z.boolean(),
      })
      .optional()
      .describe(
        "what the file tells of: its partners and signals from its first fact to its last; each partner's signal by itself. Whole: a week without a row, until the last fact of that signal with anybody, is one in which nothing happened",
      ),
    removed: counts.optional().describe("by table, what undoing removed or retracted"),
    kept: counts.optional().describe("by table, what undoing had to leave because others refer to it"),
    restored: counts.optional().describe("by table, rows of other imports that undoing gave back what they held"),
    changedSince: z
      .array(z.object({ table: z.string(), id: idShape, name: z.string(), fields: z.array(z.string()) }))
      .optional()
      .describe("what undoing left as it is because people have changed it since; the first hundred"),
    reason: z.string().optional().describe("the code of why the import failed"),
  }),
  createdBy: z.string().nullable(),
  createdAt: instantShape,
  finishedAt: instantShape.nullable(),
  undoneAt: instantShape.nullable(),
  version: z.number(),
  abilities: z.object({ import: abilityShape, undo: abilityShape }),
})
export type ImportForHost = z.input<typeof importForHost>

const column = z.object({
  header: z.string(),
  field: z.string().nullable(),
  guess: z.string().nullable(),
  confidence: z.number(),
  because: z.string(),
  samples: z.array(z.string()),
  dates: z.string(),
  decimals: z.string(),
  evidence: z.array(
    z.object({ line: z.number(), text: z.string(), reason: z.string(), meaning: z.string().nullable() }),
  ),
})

const question = z.object({
  column: z.number(),
  kind: z.enum(["date-order", "decimals"]),
  choices: z.array(z.object({ format: z.string(), means: z.string() })),
  examples: z.array(z.string()),
  suggested: z.string().nullable(),
  answer: z.string().nullable(),
})

const field = z.object({ key: z.string(), label: z.string().describe("in English"), isRequired: z.boolean() })

/** One kind of file, with every field it may have. */
export const importKind = z.object({ kind: z.string(), fields: z.array(field) })
export type ImportKindForHost = z.input<typeof importKind>

const sheet = z.object({
  name: z.string(),
  rows: z.number().nullable().describe("below its column names; null where the sheet does not say"),
  columns: z.number(),
  first: z.array(z.string()).describe("its column names, or its first row; empty when it holds nothing"),
  isHidden: z.boolean().describe("in the workbook"),
})

/** How a file would be read. */
export const preview = z.object({
  kind: z.string(),
  kinds: z.array(z.object({ kind: z.string(), confidence: z.number() })),
  sheets: z.array(sheet).describe("of a workbook; empty for text"),
  sheet: z.string().nullable().describe("the one that is read: the likeliest, until somebody chooses"),
  encoding: z.string(),
  isEncodingCertain: z.boolean(),
  encodings: z
    .array(z.object({ name: z.string(), lines: z.array(z.object({ line: z.number(), text: z.string() })) }))
    .describe("in which the file reads about as well, with its first doubtful lines in each: somebody must choose"),
  delimiter: z.string(),
  headerRow: z.number().describe("the line of the column names; what stands above it is not read"),
  columns: z.array(column),
  fields: z.array(field),
  mappingProblem: z.object({ code: z.string(), field: z.string().nullable() }).nullable(),
  questions: z.array(question),
  unknownPartners: z.array(unknownPartner).describe("among the first 5,000 rows"),
  rows: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
  options: z.record(z.string(), z.unknown()).describe("what was decided so far"),
  earlier: z
    .object({ id: idShape, fileName: z.string(), on: instantShape, by: z.string().nullable() })
    .nullable()
    .describe("the import that already brought this content"),
})
export type PreviewForHost = z.input<typeof preview>

/** What an import tells of one partner's signal; of all other weeks it says nothing. */
export const coverForHost = z.object({
  partnershipId: idShape,
  partner: z.string(),
  signal: z.string(),
  from: plainDateShape,
  until: plainDateShape,
})

/** One row that was not taken. */
export const rowError = z.object({
  line: z.number(),
  cells: z.array(z.string()),
  reasons: z.array(
    z.object({
      field: z.string().nullable(),
      header: z.string().nullable(),
      value: z.string().nullable(),
      reason: z.string().describe("a stable code"),
      params: z.record(z.string(), z.unknown()),
      message: z.string().describe("the reason in English"),
    }),
  ),
})
