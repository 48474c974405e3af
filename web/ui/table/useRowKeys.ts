import type { KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { useKeys } from "#ui/keys"

type RowMoves = {
  active: number
  count: number
  move: (index: number) => void
  open: (index: number) => void
  toggle: (index: number) => void
}

const pageRows = 12

/** The keys of a list: j/k or arrows, Page and Home/End, Enter opens, x or Space selects. */
export const useRowKeys = ({ active, count, move, open, toggle }: RowMoves) => {
  const { t } = useTranslation("ui")
  useKeys("table", t("keys.list"), [
    { keys: "j", label: t("keys.down"), run: () => move(active + 1) },
    { keys: "k", label: t("keys.up"), run: () => move(active - 1) },
    { keys: "Enter", label: t("keys.open") },
    { keys: "x", label: t("keys.select"), run: () => toggle(active) },
  ])
  const moves = new Map([
    ["ArrowDown", () => move(active + 1)],
    ["ArrowUp", () => move(active - 1)],
    ["PageDown", () => move(active + pageRows)],
    ["PageUp", () => move(active - pageRows)],
    ["Home", () => move(0)],
    ["End", () => move(count - 1)],
    ["Enter", () => open(active)],
    [" ", () => toggle(active)],
  ])
  return (event: KeyboardEvent) => {
    const run = moves.get(event.key)
    if (!run || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    run()
  }
}
