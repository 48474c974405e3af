import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { useKeys } from "#ui/keys"

type RowActs = Readonly<{
  /** The heading of these keys in the help. */
  title: string
  toggle: (row: string) => void
  /** False where it takes more than a press: the focus then goes to what can be done about it. */
  done: (row: string) => boolean
  snooze: (row: string) => void
}>

/**
 * Keys for a list of rows that carry `data-row`, with a link or button that carries `data-title` in each: j and k move the focus from title
 * to title, so that Enter opens what is focused; x chooses it, e is done with it, s puts it off. Answers the list's own reference.
 */
export const useRowKeys = ({ title, toggle, done, snooze }: RowActs) => {
  const { t } = useTranslation("snooze")
  const list = useRef<HTMLDivElement>(null)
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])]
  const here = () => document.activeElement?.closest<HTMLElement>("[data-row]") ?? null
  const focus = (row: HTMLElement | undefined) => {
    const link = row?.querySelector<HTMLElement>("[data-title]")
    link?.focus()
    link?.scrollIntoView({ block: "nearest" })
  }
  const step = (by: 1 | -1) => {
    const [all, current] = [rows(), here()]
    focus(current ? all[all.indexOf(current) + by] : all.at(by === 1 ? 0 : -1))
  }
  /** What is about to leave the list hands the focus on to its neighbour. */
  const withRow = (act: (row: string) => unknown) => () => {
    const [all, current] = [rows(), here()]
    if (!current) return
    const next = all[all.indexOf(current) + 1] ?? all[all.indexOf(current) - 1]
    const left = act(current.dataset["row"] ?? "")
    if (left === true) focus(next)
    if (left === false) current.querySelector<HTMLElement>("[data-end] button")?.focus()
  }
  useKeys("rows", title, [
    { keys: "j", label: t("keys.next"), run: () => step(1) },
    { keys: "k", label: t("keys.previous"), run: () => step(-1) },
    { keys: "Enter", label: t("keys.open") },
    { keys: "x", label: t("keys.toggle"), run: withRow(toggle) },
    { keys: "e", label: t("keys.done"), run: withRow(done) },
    {
      keys: "s",
      label: t("keys.snooze"),
      run: withRow((row) => {
        snooze(row)
        return true
      }),
    },
  ])
  return list
}
