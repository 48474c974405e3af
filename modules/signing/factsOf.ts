import type { Annex, Contract, ContractBlock, Line } from "#platform/documents/contract/contract"

type Fact = Readonly<{ term: string; text: string }>

/** The whole of what is signed, for a page that has no more than terms and texts: parties, particulars, each clause, and what stands behind them. */
export const factsOf = ({ parties, particulars, clauses, annexes, words }: Contract): Fact[] => [
  { term: words.between, text: parties.map(({ name, role }) => `${name} (${role})`).join("\n") },
  { term: words.particulars, text: particulars.map(([label, value]) => `${label}: ${value}`).join("\n") },
  ...clauses.map(({ number, heading, content }) => ({
    term: `${number} ${heading}`.trim(),
    text: content.map((block) => blockText(block, "")).join("\n"),
  })),
  ...annexes.map((annex) => ({ term: annex.title, text: rowsOf(annex) })),
]

const blockText = (block: ContractBlock, indent: string): string =>
  block.kind === "paragraph"
    ? `${indent}${lineText(block.words)}`
    : block.items
        .map((item, at) => {
          const [first = "", ...more] = item.map((inner) => blockText(inner, ""))
          const mark = block.isNumbered ? `${at + 1}.` : "•"
          return [`${indent}${mark} ${first}`, ...more.map((line) => `${indent}   ${line}`)].join("\n")
        })
        .join("\n")

const lineText = (line: Line): string => line.map(({ text }) => text).join("")

const rowsOf = ({ columns, rows, empty }: Annex): string =>
  rows.length === 0
    ? empty
    : rows
        .map((row) => columns.flatMap(({ title }, at) => (row[at] ? [`${title}: ${row[at]}`] : [])).join("; "))
        .join("\n")
