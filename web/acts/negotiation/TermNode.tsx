import { type NodeViewProps, NodeViewWrapper } from "@tiptap/react"
import { useContext } from "react"
import type { TermKind } from "./clauses.ts"
import classes from "./negotiation.module.css"
import { TermValues } from "./termValues.ts"
import { useTermFigures } from "./useTermWords.ts"

/** The value as it is set beside the text, so that it changes with it. */
export const TermNode = ({ node, selected }: NodeViewProps) => {
  const say = useTermFigures()
  const terms = useContext(TermValues)
  const kind = node.attrs.kind as TermKind
  return (
    <NodeViewWrapper
      as="span"
      className={classes.value}
      data-open={terms[kind] === undefined || undefined}
      data-selected={selected || undefined}
    >
      {say(kind, terms[kind])}
    </NodeViewWrapper>
  )
}
