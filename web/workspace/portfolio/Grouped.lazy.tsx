import { useMemo } from "react"
import { ProblemState } from "#ui/states"
import { GroupHead } from "./GroupHead.tsx"
import { folding, keyOfGroup } from "./groups.ts"
import type { LinesProps } from "./lines.ts"
import { type Line, PortfolioTable } from "./PortfolioTable.tsx"
import { useGroupedRows } from "./useGroupedRows.ts"
import type { PortfolioView } from "./view.ts"

/** The portfolio's lines under what they have in common. */
const Grouped = ({ followed, ...shown }: LinesProps & { followed: PortfolioView }) => {
  const { pages, rows, parts, groups } = useGroupedRows(followed)
  const { view, onChange } = shown
  const by = followed.group ?? "type"
  const bandOf = useMemo(() => {
    const heads = new WeakMap<Line, { isOpen: boolean; content: React.ReactNode; onToggle: () => void }>()
    return (row: Line) => {
      if (!("group" in row)) return undefined
      const head = heads.get(row) ?? {
        isOpen: row.isOpen,
        content: <GroupHead by={by} group={row.group} />,
        onToggle: () => onChange(folding(view, keyOfGroup(row.group))),
      }
      heads.set(row, head)
      return head
    }
  }, [by, view, onChange])
  if (pages.error) return <ProblemState problem={pages.error} onRetry={() => void pages.refetch()} />
  return <PortfolioTable {...shown} from={{ pages, rows, parts }} bandOf={bandOf} total={groups?.partnerships} />
}

export default Grouped
