import type { ReactNode } from "react"
import type { Inline, TermKind, Terms } from "./clauses.ts"
import classes from "./negotiation.module.css"
import { useTermFigures } from "./useTermWords.ts"

const tags = { bold: "strong", italic: "em", underline: "u" } as const

/** Words as they are written, and values of the terms as they are set, marked as such. */
export const Words = ({ content, terms }: { content: readonly Inline[]; terms: Terms }) => {
  const say = useTermFigures()
  return content.map((inline, index) => {
    // Words have no name of their own: their place is all that tells them apart.
    const key = String(index)
    if (inline.type === "hardBreak") return <br key={key} />
    if (inline.attrs !== undefined)
      return (
        <span key={key} className={classes.value} data-open={terms[inline.attrs.kind] === undefined || undefined}>
          {say(inline.attrs.kind as TermKind, terms[inline.attrs.kind as TermKind])}
        </span>
      )
    return (
      <Marked key={key} marks={inline.marks ?? []}>
        {inline.text}
      </Marked>
    )
  })
}

type MarkedProps = { marks: readonly { type: string }[]; children: ReactNode }

/** One mark around the other. */
const Marked = ({ marks: [first, ...others], children }: MarkedProps) => {
  if (first === undefined) return children
  const Tag = tags[first.type as keyof typeof tags]
  return (
    <Tag>
      <Marked marks={others}>{children}</Marked>
    </Tag>
  )
}
