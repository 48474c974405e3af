import { textKey } from "#core/textKey"
import { looksLikeNumber } from "./valuesFit.ts"

/** Why a row does not look like one of the table: it adds up the others, it is a remark of the report, it repeats the column names. */
export type Aside = "total" | "note" | "names-again"

type Seen = Readonly<{
  headers: readonly string[]
  /** What each of the leftmost columns held last above: a group's name stands once, at its first row. */
  groups: readonly (string | undefined)[]
  /** The row above stands aside. */
  isBelowAside: boolean
  /** An empty row stands between the two. */
  isBehindGap: boolean
}>

const count =
  "\\s*[:=(–-]?\\s*[\\d.,'\u00a0 ]*(?:\\s(?:records?|rows?|entries|datensätze|zeilen|enregistrements?|registros?|件))?\\s*[):]?"
const totals = new RegExp(
  `^(?:${[
    "(?:grand|sub|report|overall|running)?[\\s-]*totals?(?: (?:general|général|geral|amount|records?|rows?))?",
    "sums?|overall|grand sum",
    "(?:zwischen|gesamt|end|teil)?-?summen?|gesamt|insgesamt|(?:gesamt|teil|zwischen)ergebnis|total gesamt",
    "sous[\\s-]?total|somme|total(?:e|es|i)?|totaal|subtotaal|suma|importe total|totale complessivo|soma|итого|всего",
    "合計|小計|総計|总计|合计|小计|합계|소계",
  ].join("|")})${count}$`,
  "iu",
)
const endsAsTotal = /(?:otals?|umme|esamt|rgebnis|omme)$/i
const groupTotal = /^(.+?)[\s:-]+(?:totals?|subtotals?|summe|gesamt|ergebnis|somme|total)$/iu
const notes = new RegExp(
  `^(?:${[
    "confidential\\b.*|(?:strictly |company )?confidential(?: information)?\\b.*|vertraulich\\b.*|confidentiel\\b.*|internal use only.*",
    "(?:copyright\\b|©|\\(c\\)).*|.*\\ball rights reserved\\.?|.*\\balle rechte vorbehalten\\.?",
    "(?:generated|exported|printed|created|report (?:generated|run|created)|erstellt|exportiert|gedruckt|généré|exporté)\\b (?:by|on|at|am|von|le|par)\\b.*",
    "(?:page|seite|página)\\s+\\d+(?:\\s*(?:of|/|von|de|sur)\\s*\\d+)?",
    "(?:end of (?:report|file|list|data)|ende (?:des berichts|der liste)|fin du rapport|eof)\\W*",
    "(?:\\d[\\d.,' ]*\\s+)(?:records?|rows?|entries|results?|items?|datensätze?n?|zeilen|einträge|lignes?|enregistrements?|registros?|filas)(?: (?:found|selected|returned|in total|exported|gefunden|insgesamt))?\\.?",
    "\\(?(?:\\d[\\d,. ]*) rows? affected\\)?|(?:record|row) count\\b.*|(?:number of (?:records|rows)|anzahl(?: der)? (?:datensätze|zeilen))\\b.*",
    "(?:filtered by|applied filters|filters?|gefiltert nach|source|quelle|as of|stand)\\s*:.*",
    "\\*+\\s.*",
  ].join("|")})$`,
  "iu",
)

/**
 * Tells whether a row stands aside of the table, from its own cells and those above. A row that is filled like the others is never one,
 * whatever it is called: Total is a company too. Most rows are told by their second cell, in a fraction of a microsecond.
 */
export const asideOf = (cells: readonly string[], seen: Seen): Aside | undefined => {
  const { headers, groups, isBelowAside, isBehindGap } = seen
  const column = nextFilled(cells, 0)
  if (column < 0) return undefined
  const second = nextFilled(cells, column + 1)
  const isWide = headers.length > 1
  if (second >= 0 && cells[column] === headers[column] && isHeader(cells, headers)) return "names-again"
  for (let at = second; at >= 0; at = nextFilled(cells, at + 1)) if (!mayBeSum(cells[at] ?? "")) return undefined
  const label = (cells[column] ?? "").trim()
  if (isTotal(label) && (isWide || isBehindGap)) return "total"
  if (second >= 0) return isGroupTotal(label, groups[column]) ? "total" : undefined
  if (label.length <= longestNote && notes.test(label)) return "note"
  return isWide && (isBehindGap || (isBelowAside && headers.length > 2)) ? "note" : undefined
}

const longestNote = 1_000

const nextFilled = (cells: readonly string[], from: number): number => {
  for (let at = from; at < cells.length; at++) if (cells[at] !== "" && cells[at]?.trim() !== "") return at
  return -1
}

/** Words and days are what most second cells hold, and are none at the first look. */
const isWordOrDay = /^\p{L}{4}|^\d{1,4}[-/:]\d/u

const mayBeSum = (cell: string): boolean => !isWordOrDay.test(cell) && (cell.startsWith("#") || looksLikeNumber(cell))

const isTotal = (text: string): boolean => text.length <= 60 && totals.test(text)

/** "Acme Total" below rows of Acme. */
const isGroupTotal = (text: string, group: string | undefined): boolean => {
  const named = text.length <= 200 && endsAsTotal.test(text) ? groupTotal.exec(text)?.[1] : undefined
  return named !== undefined && group !== undefined && textKey(group) === textKey(named)
}

const isHeader = (cells: readonly string[], headers: readonly string[]): boolean =>
  headers.every((header, column) => textKey(cells[column] ?? "") === textKey(header))
