import type { Download } from "#core/endpoint"
import { isRefusal, type Refusal } from "#core/refusal"
import type { Sheet, SheetRow } from "#platform/documents/paper"
import type { ActPlatform } from "#platform/platform"
import { refused } from "#platform/problem"
import { documentRefusals } from "./contract.ts"
import { decideRows, type Form, fileNameOf } from "./rules.ts"
import { type Made, madeOf } from "./taken.ts"

const mediaTypes: Readonly<Record<Form, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
}

/** A document to hand out, named after what it says. */
export const documentNamed = (parts: readonly string[], form: Form, content: Download["content"]): Download => ({
  fileName: fileNameOf(parts, form),
  mediaType: mediaTypes[form],
  content,
})

/** Rows as a workbook or a CSV file, read as they are written. */
export const makeSheet = async (
  { renderer }: ActPlatform,
  form: "xlsx" | "csv",
  sheet: Sheet,
  pages: AsyncIterable<readonly SheetRow[]>,
): Promise<Made | Refusal> => {
  const count = { rows: 0 }
  return madeOf(await renderer.make({ form, sheet }, counted(form, pages, count)), count.rows)
}

async function* counted(
  form: Form,
  pages: AsyncIterable<readonly SheetRow[]>,
  count: { rows: number },
): AsyncGenerator<readonly SheetRow[]> {
  for await (const page of pages) {
    count.rows += page.length
    const fits = decideRows(form, count.rows)
    if (fits !== true) throw refused(fits, documentRefusals)
    yield page
  }
}

/** All rows of a document for reading, or why they are too many. */
export const gathered = async <Row>(form: Form, pages: AsyncIterable<readonly Row[]>): Promise<Row[] | Refusal> => {
  const rows: Row[] = []
  for await (const page of pages) {
    rows.push(...page)
    const fits = decideRows(form, rows.length)
    if (isRefusal(fits)) return fits
  }
  return rows
}
