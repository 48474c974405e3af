import type { KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { useKeys } from "#ui/keys"

type RowMoves = {
  active: number
  count: number
  move: (index: number) => void
  open: (index: number) => void
  toggle: (index: number) => void
  canSelect: boolean
  /** What Space does instead of selecting. */
  preview: ((index: number) => void) | undefined
  /** Folds or unfolds what stands together. */
  fold?: ((index: number, isOpen: boolean) => void) | undefined
  /** Goes to the field that narrows the list. */
  find: (() => void) | undefined
}

const pageRows = 12

/** The keys of a list: j/k or arrows, Page and Home/End, Enter opens, x selects, Space previews where there is a preview, / filters. */
export const useRowKeys = ({ active, count, move, open, toggle, canSelect, preview, fold, find }: RowMoves) => {
  const { t } = useTranslation("ui")
  useKeys("table", t("keys.list"), [
    { keys: "j", label: t("keys.down"), run: () => move(active + 1) },
    { keys: "k", label: t("keys.up"), run: () => move(active - 1) },
    { keys: "Enter", label: t("keys.open") },
    ...(canSelect ? [{ keys: "x", label: t("keys.select"), run: () => toggle(active) }] : []),
    ...(preview ? [{ keys: "Space", label: t("keys.preview") }] : []),
    ...(fold ? [{ keys: "ArrowLeft / ArrowRight", label: t("keys.fold") }] : []),
    ...(find ? [{ keys: "/", label: t("keys.filter"), run: find }] : []),
  ])
  const moves = new Map([
    ["ArrowDown", () => move(active + 1)],
    ["ArrowUp", () => move(active - 1)],
    ["PageDown", () => move(active + pageRows)],
    ["PageUp", () => move(active - pageRows)],
    ["Home", () => move(0)],
    ["End", () => move(count - 1)],
    ["Enter", () => open(active)],
    [" ", () => (preview ?? toggle)(active)],
    ...(fold
      ? ([
          ["ArrowLeft", () => fold(active, false)],
          ["ArrowRight", () => fold(active, true)],
        ] as const)
      : []),
  ])
  return (event: KeyboardEvent) => {
    const run = moves.get(event.key)
    if (!run || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    run()
  }
}
