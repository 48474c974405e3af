/**
 * The text of an agreement, as it is kept: clauses in their order. What stands in a clause is a ProseMirror document of few kinds of
 * nodes (https://prosemirror.net/docs/ref/#model.Document_Structure), so that the editor loads it as it is.
 */

export const marks = ["bold", "italic", "underline"] as const
export type Mark = (typeof marks)[number]

/** What an agreement says as data, too: other modules read it, and the text shows it where it is named. */
export const termKinds = [
  "margin",
  "commission",
  "territory",
  "exclusivity",
  "payment_days",
  "answer_hours",
  "protection_days",
  "minimum_amount",
  "liability_cap",
  "governing_law",
] as const
export type TermKind = (typeof termKinds)[number]

export type Words = { type: "text"; text: string; marks?: { type: Mark }[] | undefined }
/** A value of the agreement's data in its words: shown as the data says it, so the two cannot differ. */
export type TermPlace = { type: "term"; attrs: { kind: TermKind } }
export type LineBreak = { type: "hardBreak" }
export type Inline = Words | TermPlace | LineBreak
export type Paragraph = { type: "paragraph"; content?: Inline[] | undefined }
export type List = { type: "bulletList" | "orderedList"; content: ListItem[] }
export type ListItem = { type: "listItem"; content: Block[] }
export type Block = Paragraph | List

export type Clause = {
  /** Stays with the clause wherever it stands and whatever it says; what was promised in it is known by it. */
  key: string
  heading: string
  /** 1 is a clause, 2 one below it: its number follows from where it stands. */
  level: 1 | 2
  content: Block[]
}

/** Percentages and days as numbers, a territory or a law in words, an amount in minor units of its currency. */
export type Terms = {
  margin?: number | undefined
  commission?: number | undefined
  territory?: string | undefined
  exclusivity?: string | undefined
  payment_days?: number | undefined
  answer_hours?: number | undefined
  protection_days?: number | undefined
  minimum_amount?: { amountMinor: number; currency: string } | undefined
  liability_cap?: { amountMinor: number; currency: string } | undefined
  governing_law?: string | undefined
}

export type AgreementText = { clauses: Clause[]; terms: Terms }
