import { useSayValue } from "#acts/sayValue"
import { useModuleTexts } from "#client/useModuleTexts"
import type { ApprovalView } from "#contract/approvals"
import type { SeenFact } from "#core/expression/shapes"
import { useFormat } from "#ui/text"

type Reasons = ApprovalView["leftOut"][number]["reasons"]

/** "Value of the agreement: €120,000": what names of a condition stood for. */
export const useSeen = (kind: string) => {
  const say = useModuleTexts("approvable")
  const sayValue = useSayValue()
  const format = useFormat()
  const nameOf = (name: string) => say(`fact.${kind.replaceAll(".", "_")}.${name}`, name)
  return (seen: readonly SeenFact[]): string =>
    format.commas(seen.map((each) => `${nameOf(each.name)}: ${sayValue(each)}`))
}

/** The same with the part of the condition that it decided: "Value of the agreement: €120,000 (value > EUR(100000))". */
export const useFacts = (kind: string) => {
  const seenIn = useSeen(kind)
  const format = useFormat()
  // What has no value to show is said only where nothing else decided.
  const worthSaying = (reasons: Reasons) => {
    const seen = reasons.filter((each) => each.seen.length > 0)
    return seen.length === 0 ? reasons : seen
  }
  return (reasons: Reasons): string =>
    format.clauses(
      worthSaying(reasons).map(({ text, seen }) => (seen.length === 0 ? text : `${seenIn(seen)} (${text})`)),
    )
}
