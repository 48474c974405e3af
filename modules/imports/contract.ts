import { z } from "zod"
import { currencyShape, downloadShape, endpoint, idShape, listOf, listQuery, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { partnershipTypes } from "#rules/partnerships"
import {
  coverForHost,
  fileRefusals,
  importForHost,
  importKind,
  kind,
  preview,
  rowError,
  unknownKind,
} from "./contract/views.ts"

export type { ImportForHost, ImportKindForHost, PreviewForHost } from "./contract/views.ts"

const params = { import: idShape }

const hasAtMost = (most: number) => (entries: object) => Object.keys(entries).length <= most

const notNow = {
  "not-now": {
    status: 409,
    title: "This cannot be done in the state the import is in. Reload to see where it stands.",
  },
} as const
const choiceNeeded = {
  "choice-needed": {
    status: 422,
    title: "Something in this file can be meant in several ways. Check the file, and choose what is meant.",
  },
} as const
const unknownAnswer = {
  "unknown-answer": {
    status: 422,
    title: "One of the answers answers nothing that this kind of file can ask, or chooses what there is not to choose.",
  },
} as const
const alreadyImported = {
  "already-imported": {
    status: 409,
    title:
      "This very file was already imported. Nothing was imported a second time. Undo the earlier import to repeat it.",
  },
} as const
const mappingRefusals = {
  "unknown-field": { status: 422, title: "A column is mapped to a field that this kind of file does not have." },
  "field-mapped-twice": { status: 422, title: "Two columns are mapped to the same field. Choose one." },
  "field-not-mapped": { status: 422, title: "A field that is needed has no column. Choose the column that holds it." },
  "answers-needed": { status: 422, title: "A column can be read in two ways. Say which one is meant." },
} as const

const roomRefusals = {
  "no-room-for-tables": {
    status: 409,
    title:
      "There is no room left for tables to import. Discard files under Imports that were not imported, or import them, then send this one again.",
  },
  "too-many-at-once": {
    status: 429,
    title: "You are sending as many tables at once as one person may. Wait until one has arrived, then send the next.",
  },
} as const

export const uploadImport = endpoint("POST", "/imports", {
  makes: true,
  summary: "Receives a CSV or XLSX file and guesses what it holds. Nothing is imported yet.",
  changes: ["imports"],
  uploads: "table",
  output: importForHost,
  refusals: { ...roleMayNot, ...fileRefusals, ...roomRefusals },
})

export const listImports = endpoint("GET", "/imports", {
  summary: "Imports, newest first.",
  reads: ["imports"],
  query: listQuery(["-createdAt"]),
  output: listOf(importForHost),
  refusals: roleMayNot,
})

export const getImport = endpoint("GET", "/imports/:import", {
  summary: "One import: where it stands, how many rows are done, what came of it.",
  reads: ["imports"],
  params,
  output: importForHost,
  refusals: roleMayNot,
})

export const previewImport = endpoint("GET", "/imports/:import/preview", {
  summary: "How the file would be read: columns, formats, open questions, first rows, partners that are not known.",
  reads: ["import-options"],
  params,
  output: preview,
  refusals: { ...roleMayNot, ...fileRefusals, ...notNow },
})

const decision = z.union([
  z.strictObject({ use: idShape }),
  z.strictObject({ create: z.literal(true) }),
  z.strictObject({ skip: z.literal(true) }),
])
const dateFormat = z.enum(["iso", "dmy", "mdy", "ymd", "excel-serial"])
const decimals = z.enum(["point", "comma"])

export const decideImport = endpoint("PUT", "/imports/:import/options", {
  summary:
    "Says how the file is to be read: kind, columns, formats, and who unknown partners are. Replaces earlier decisions.",
  changes: ["import-options", "imports"],
  params,
  input: {
    kind: kind.optional(),
    sheet: textShape(100).optional(),
    encoding: textShape(40).optional(),
    delimiter: z.string().length(1).optional(),
    mapping: z
      .array(z.string().max(60).nullable())
      .max(1_000)
      .optional()
      .describe("one field per column, null for a column that is not read"),
    formats: z
      .record(
        z.string().regex(/^\d{1,4}$/, "the number of a column, from 0"),
        z.strictObject({ dates: dateFormat.optional(), decimals: decimals.optional() }),
      )
      .refine(hasAtMost(1_000), "at most 1,000 columns")
      .optional(),
    dateOrder: z.enum(["dmy", "mdy", "ymd"]).optional(),
    decimals: decimals.optional(),
    currency: currencyShape.optional(),
    answers: z
      .record(z.string().max(700), z.string().max(60))
      .refine(hasAtMost(1_000), "at most 1,000 answers")
      .optional()
      .describe("what was chosen about what the check told, by its `key`"),
    partners: z
      .record(z.string().max(500), decision)
      .refine(hasAtMost(5_000), "at most 5,000 names")
      .optional()
      .describe("what an unknown name in the file means"),
    unknownPartners: z.enum(["refuse", "create"]).optional(),
    partnershipType: z.enum(partnershipTypes).optional().describe("the type of partnerships made for unknown names"),
  },
  output: importForHost,
  refusals: { ...roleMayNot, ...fileRefusals, ...notNow, ...mappingRefusals, ...unknownAnswer },
})

export const checkImport = endpoint("POST", "/imports/:import/check", {
  summary: "Dry run: checks every row and says what an import would do. Changes nothing.",
  changes: ["imports"],
  params,
  output: importForHost,
  refusals: { ...roleMayNot, ...fileRefusals, ...notNow, ...mappingRefusals, ...choiceNeeded, ...alreadyImported },
})

export const startImport = endpoint("POST", "/imports/:import/start", {
  summary:
    "Imports every row without an error, as a whole or not at all. The same content is imported once. Where something must be chosen first, nothing is, and the import is as after its check.",
  changes: ["imports"],
  params,
  output: importForHost,
  refusals: { ...roleMayNot, ...fileRefusals, ...notNow, ...mappingRefusals, ...choiceNeeded, ...alreadyImported },
})

export const cancelImport = endpoint("POST", "/imports/:import/cancel", {
  summary: "Calls off a check or an import that is running; what it did is rolled back.",
  changes: ["imports"],
  params,
  output: importForHost,
  refusals: { ...roleMayNot, ...notNow },
})

export const undoImport = endpoint("POST", "/imports/:import/undo", {
  summary: "Takes back everything an import brought. Facts are retracted; things that others refer to by now stay.",
  changes: ["imports"],
  params,
  output: importForHost,
  refusals: { ...roleMayNot, ...notNow },
})

export const discardImport = endpoint("DELETE", "/imports/:import", {
  summary: "Forgets a file that was not imported.",
  changes: ["imports"],
  params,
  output: z.object({ discarded: z.literal(true) }),
  refusals: { ...roleMayNot, ...notNow },
})

export const listImportErrors = endpoint("GET", "/imports/:import/errors", {
  summary: "Why rows were not taken, in the order of the file; at most the first 10,000 rows are kept.",
  reads: ["imports"],
  params,
  query: {
    limit: z.coerce.number().int().min(1).max(200).default(50),
    afterLine: z.coerce.number().int().min(0).default(0),
  },
  output: z.object({ items: z.array(rowError), next: z.number().nullable() }),
  refusals: roleMayNot,
})

export const listImportCovers = endpoint("GET", "/imports/:import/covers", {
  summary:
    "What an import says it tells of: each partner's signal, from its first fact to the end of its record, in the order of the partners' names. The first of them, and how many there are.",
  reads: ["imports"],
  params,
  query: { limit: z.coerce.number().int().min(1).max(200).default(50) },
  output: z.object({ items: z.array(coverForHost), total: z.number() }),
  refusals: roleMayNot,
})

export const downloadImportErrors = endpoint("GET", "/imports/:import/error-file", {
  summary: "The rows that were not taken, as CSV: their cells, their lines and what to correct.",
  reads: ["imports"],
  params,
  output: downloadShape,
  downloads: "text/csv; charset=utf-8",
  refusals: roleMayNot,
})

export const downloadTemplate = endpoint("GET", "/import-templates/:kind", {
  summary: "An example CSV file of one kind, with every field.",
  reads: [],
  params: { kind },
  output: downloadShape,
  downloads: "text/csv; charset=utf-8",
  refusals: { ...roleMayNot, ...unknownKind },
})

export const listImportKinds = endpoint("GET", "/import-kinds", {
  summary: "What files may hold here, in the order in which one brings a workspace to life.",
  reads: [],
  output: z.object({ items: z.array(importKind) }),
  refusals: roleMayNot,
})
