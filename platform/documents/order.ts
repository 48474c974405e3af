import type { Contract } from "./contract/contract.ts"
import type { CalendarPaper, Paper, Sheet, SheetRow } from "./paper.ts"

/** What is to be made: a paper in one go, or a sheet of rows that are handed over page by page. */
export type Order =
  | Readonly<{ form: "pdf" | "pptx"; paper: Paper }>
  | Readonly<{ form: "contract"; contract: Contract }>
  | Readonly<{ form: "ics"; calendar: CalendarPaper }>
  | Readonly<{ form: "xlsx" | "csv"; sheet: Sheet }>

/** What the thread that makes it is told; `path` is for what is written as its rows come. */
export type ToThread =
  | Readonly<{ says: "make"; order: Order; path: string }>
  | Readonly<{ says: "rows"; rows: readonly SheetRow[] }>
  | Readonly<{ says: "no more rows" }>

/** What it answers. */
export type FromThread =
  | Readonly<{ says: "more rows" }>
  | Readonly<{ says: "made"; bytes?: Uint8Array | undefined }>
  | Readonly<{ says: "failed"; message: string; stack?: string | undefined; code?: string | undefined }>
