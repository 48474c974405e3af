import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Paper } from "#platform/documents/paper"
import { printable } from "#platform/documents/printable"
import { pageData } from "./pageData.ts"
import type { Typesetter } from "./typesetter.ts"

export type PdfMaker = (paper: Paper) => Buffer

/** Papers on pages. */
export const openPdf = (typesetter: Typesetter): PdfMaker => {
  const program = readFileSync(join(import.meta.dirname, "page.typ"), "utf8")
  return (paper) =>
    typesetter({
      program,
      data: pageData(printable(paper)),
      madeAt: paper.madeAt,
      missingSigns: paper.words.missingSigns,
    })
}
