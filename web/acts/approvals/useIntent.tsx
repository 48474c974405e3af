import { useModuleTexts } from "#client/useModuleTexts"
import type { ApprovalView } from "#contract/approvals"
import { useFormat } from "#ui/text"

/** What is to be done, in the words of the module whose act it is. */
export const useIntent = ({ kind, intent }: ApprovalView): string => {
  const say = useModuleTexts("approvable")
  const format = useFormat()
  const shown = Object.entries(intent).map(([name, value]) => [
    name,
    typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? format.date(value) : value,
  ])
  return say(`intent.${kind.replaceAll(".", "_")}`, kind, Object.fromEntries(shown))
}
