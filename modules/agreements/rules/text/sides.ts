import type { AgreementText, Clause } from "./clause.ts"
import { blocksOf, type Line } from "./lines.ts"
import type { ClauseLine, Redline, Row, Segment } from "./redlineShape.ts"

/** The text as it is with every change accepted. */
export const acceptAll = (lines: Redline): AgreementText => sideOf(lines, "after")

/** The text as it was: every change rejected, each clause back in its place. */
export const rejectAll = (lines: Redline): AgreementText => sideOf(lines, "before")

const sideOf = ({ clauses, values }: Redline, side: "before" | "after"): AgreementText => {
  const standing = clauses.flatMap((line) => {
    const stand = line[side]
    return stand === null ? [] : [{ at: stand.at, clause: clauseOf(line, stand.level, side) }]
  })
  return {
    clauses: standing.sort((one, other) => one.at - other.at).map(({ clause }) => clause),
    terms: values[side],
  }
}

const clauseOf = ({ key, heading, rows }: ClauseLine, level: Clause["level"], side: "before" | "after"): Clause => ({
  ...{ key, heading: heading.map((segment) => wordsOf(segment, side)).join(""), level },
  content: blocksOf(linesOn(rows, side)),
})

const wordsOf = (segment: Segment, side: "before" | "after"): string =>
  segment[side].map((inline) => (inline.type === "text" ? inline.text : "")).join("")

/** Words go on in the next row where their paragraph does not end on this side. */
const linesOn = (rows: readonly Row[], side: "before" | "after"): Line[] => {
  const lines: Line[] = []
  let open: Line["content"] = []
  for (const row of rows) {
    open = [...open, ...row.segments.flatMap((segment) => segment[side])]
    const frame = row[side]
    if (frame === null) continue
    lines.push({ frame, content: open })
    open = []
  }
  return lines
}
