import type { Block, Terms } from "./clauses.ts"
import { Words } from "./Words.tsx"

/** What stands below a clause's heading: paragraphs and lists in lists. */
export const ClauseBody = ({ content, terms }: { content: readonly Block[]; terms: Terms }) =>
  content.map((block, index) => {
    const key = String(index)
    if (block.type === "paragraph")
      return (
        <p key={key}>
          <Words content={block.content ?? []} terms={terms} />
        </p>
      )
    const List = block.type === "orderedList" ? "ol" : "ul"
    return (
      <List key={key}>
        {block.content.map((item, at) => (
          <li key={String(at)}>
            <ClauseBody content={item.content as readonly Block[]} terms={terms} />
          </li>
        ))}
      </List>
    )
  })
