import { Button } from "@mantine/core"
import { type ReactNode, useId, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import classes from "./FilterBar.module.css"
import { useOnPaper } from "./paper.tsx"
import { useFormat } from "./text.tsx"

type FilterBarProps = {
  /** The field that finds by words; it stays in view on a phone. */
  find?: ReactNode
  /** How many of the others are set. */
  chosen: number
  /** Stands in a row of other tools, with fields that have their own widths. */
  isNarrow?: boolean
  /** What is set behind a dialog and stands in none of the fields; in words, for paper. */
  further?: readonly string[]
  children: ReactNode
}

/** What a list is narrowed to. On a phone the fields would fill the first screen: they unfold, and their number says what is set. */
export const FilterBar = ({ find, chosen, isNarrow = false, further = [], children }: FilterBarProps) => {
  const { t } = useTranslation("ui")
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const bar = useRef<HTMLElement>(null)
  const isOnPaper = useOnPaper()
  const format = useFormat()
  const said = isOnPaper ? [...fieldsSet(bar.current), ...further] : []
  return (
    <>
      {said.length > 0 ? (
        <p className={classes.onPaper}>{t("onPaper.filtered", { filter: format.commas(said) })}</p>
      ) : null}
      <search ref={bar} className={classes.bar} data-narrow={isNarrow || undefined}>
        {find}
        <Button
          className={classes.fold ?? ""}
          variant="default"
          size={isNarrow ? "xs" : "sm"}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {chosen > 0 ? `${t("filters")} (${chosen})` : t("filters")}
        </Button>
        <div id={id} className={classes.rest} data-open={isOpen || undefined}>
          {children}
        </div>
      </search>
    </>
  )
}

/** What the bar's fields say, each by its label: on paper the fields themselves are gone. */
const fieldsSet = (bar: HTMLElement | null): string[] =>
  [...(bar?.querySelectorAll<HTMLInputElement>("input:not([type=hidden], [type=radio])") ?? [])].flatMap((field) => {
    const label = field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? ""
    const isSet = field.type === "checkbox" ? field.checked : field.value !== ""
    const value = field.type === "checkbox" ? "" : field.value
    return isSet ? [[label.replace(/[\s*]+$/, ""), value].filter((part) => part !== "").join(" ")] : []
  })
