import { cleanFileName } from "#core/fileName"
import { type Refusal, refuse } from "#core/refusal"

/** The forms a document can be had in. */
export const forms = ["pdf", "docx", "pptx", "xlsx", "csv", "ics"] as const
export type Form = (typeof forms)[number]

/** Rows that a document for reading holds: some thirty pages. Nobody reads more, and each is set by the letter. */
export const mostOnPaper = 1_000
/** What fits a sheet, with room for its head and foot. */
export const mostInSheet = 1_000_000

/** Whether so many rows fit; each refusal says which form takes them instead. */
export const decideRows = (form: Form, rows: number): true | Refusal<"too-long-for-paper" | "too-long-for-sheet"> => {
  if ((form === "pdf" || form === "pptx") && rows > mostOnPaper)
    return refuse("too-long-for-paper", { most: mostOnPaper })
  if (form === "xlsx" && rows > mostInSheet) return refuse("too-long-for-sheet", { most: mostInSheet })
  return true
}

/** A name for the file: what it is of, and its day. */
export const fileNameOf = (parts: readonly string[], form: Form): string =>
  cleanFileName(`${parts.join(" ").replaceAll(/[/\\]/g, " ")}.${form}`)
