import type { redline } from "#rules/agreements"

type AgreementText = Parameters<typeof redline>[0]
type Redline = ReturnType<typeof redline>
type Clause = AgreementText["clauses"][number]
type Block = Clause["content"][number]
type Inline = NonNullable<Extract<Block, { type: "paragraph" }>["content"]>[number]
type Mark = "bold" | "italic" | "underline"

/** Texts of agreements as short as a test can say them. */
export const words = (text: string, ...looks: Mark[]): Inline => ({
  ...{ type: "text", text },
  ...(looks.length > 0 && { marks: looks.map((type) => ({ type })) }),
})

export const paragraph = (...content: (string | Inline)[]): Block => ({
  type: "paragraph",
  ...(content.length > 0 && { content: content.map((each) => (typeof each === "string" ? words(each) : each)) }),
})

export const clause = (key: string, heading: string, ...content: (string | Block)[]): Clause => ({
  ...{ key, heading, level: 1 },
  content: content.map((each) => (typeof each === "string" ? paragraph(each) : each)),
})

export const text = (clauses: Clause[], terms: AgreementText["terms"] = {}): AgreementText => ({ clauses, terms })

const shown = (content: readonly Inline[]) =>
  content
    .map((each) => (each.type === "text" ? each.text : each.type === "term" ? `<${each.attrs.kind}>` : "⏎"))
    .join("")

const signs = {
  ...{ deleted: "-", inserted: "+", formatted: "~", typography: "’" },
  ...{ revalued: "=", carriedOut: ">", carriedIn: "<", same: "" },
} as const

type ClauseLine = Redline["clauses"][number]
type Row = ClauseLine["rows"][number]

const written = ({ kind, before, after }: Row["segments"][number]) => {
  const own = shown(kind === "deleted" || kind === "carriedOut" ? before : after)
  return kind === "same" ? own : `[${signs[kind]}${own}]`
}
const end = ({ before, after }: Row) => (before === null ? "[+¶]" : after === null ? "[-¶]" : "¶")

/** What became of a clause, as one line: what went, what came, what was carried, and where paragraphs end. */
export const readClause = ({ heading, rows }: ClauseLine): string =>
  `${heading.map(written).join("")}: ${rows.map((row) => row.segments.map(written).join("") + end(row)).join("")}`

/** All that is counted and not nothing. */
export const countsOf = ({ counts }: Redline) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
