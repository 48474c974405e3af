import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { type settlePromises, takeBackSettled } from "#contract/commitments"
import type { OutputOf } from "#core/endpoint"
import { useFormat } from "#ui/text"
import { showDone } from "#ui/toast"

type Answer = OutputOf<typeof settlePromises>

/** What became of what was settled at once, in one sentence, and the way back. */
export const useSettled = (name: string) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  const said = ({ items }: Answer): string => {
    const count = (is: (item: Answer["items"][number]) => boolean) => items.filter(is).length
    const waits = (item: Answer["items"][number]) => item.now?.awaitsConfirmation === true
    const counts = {
      done: count((item) => item.outcome === "done" && !waits(item)),
      announced: count((item) => item.outcome === "done" && waits(item)),
      proposed: count(({ outcome }) => outcome === "proposed"),
      unchanged: count(({ outcome }) => outcome === "unchanged"),
      refused: count(({ outcome }) => outcome === "refused"),
    }
    const parts = (["done", "announced", "proposed", "unchanged", "refused"] as const).filter(
      (each) => counts[each] > 0,
    )
    return format.sentence(format.clauses(parts.map((each) => t(`settle.told.${each}`, { count: counts[each], name }))))
  }
  const wayBack = ({ items }: Answer) => {
    const settled = items.flatMap(({ occurrence, outcome }) =>
      outcome === "done" || outcome === "proposed" ? [{ occurrence, outcome }] : [],
    )
    if (settled.length === 0) return
    return async () => {
      const back = await act(takeBackSettled, { input: { settled } })
      const kept = back.items.filter(({ outcome }) => outcome === "refused").length
      const done = back.items.length - kept
      const sentences = [
        ...(done > 0 ? [t("settle.back", { count: done })] : []),
        ...(kept > 0 ? [t("settle.notBack", { count: kept })] : []),
      ]
      showDone(sentences.join(format.gap))
    }
  }
  return { said, wayBack, tell: (answer: Answer) => showDone(said(answer), wayBack(answer)) }
}
