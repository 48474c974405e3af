import { z } from "zod"
import type { forms } from "./rules.ts"

/** What every download of a document is asked with: the reader's language and region decide words, dates and numbers. */
export const localeShape = z
  .string()
  .max(35)
  .refine(isLocale, "a language, with its region where known (BCP 47), such as de-AT")
  .default("en")

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

export const formShape = <const F extends (typeof forms)[number]>(...some: readonly F[]) =>
  z.enum(some as readonly [F, ...F[]]).default(some[0] as F)

export const documentRefusals = {
  "document-too-heavy": {
    status: 422,
    title: "Making this document took too long or too much memory. Ask for fewer rows, or for XLSX or CSV.",
  },
  "too-long-for-paper": {
    status: 422,
    title:
      "This list is too long for a PDF or a presentation, which hold 1,000 rows. Narrow it with a filter, or take XLSX or CSV: they hold every row.",
  },
  "too-long-for-sheet": {
    status: 422,
    title: "A workbook holds 1,000,000 rows, and this list has more. Narrow it with a filter, or take CSV.",
  },
} as const

/** What the ledger keeps of an export: what left, for whom, how it was narrowed and how much it was; never what it says. */
export const exportFields = {
  /** The file's. */
  name: z.string(),
  form: z.string(),
  audience: z.enum(["host", "shared"]),
  /** As it was asked: the filter, the order, the columns. */
  filter: z.record(z.string(), z.unknown()),
  /** Of a page about one thing there are none to count. */
  rows: z.number().nullable(),
}

export { getMe } from "#contract/workspaces"
