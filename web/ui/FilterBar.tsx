import { Button } from "@mantine/core"
import { type ReactNode, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import classes from "./FilterBar.module.css"

type FilterBarProps = {
  /** The field that finds by words; it stays in view on a phone. */
  find?: ReactNode
  /** How many of the others are set. */
  chosen: number
  /** Stands in a row of other tools, with fields that have their own widths. */
  isNarrow?: boolean
  children: ReactNode
}

/** What a list is narrowed to. On a phone the fields would fill the first screen: they unfold, and their number says what is set. */
export const FilterBar = ({ find, chosen, isNarrow = false, children }: FilterBarProps) => {
  const { t } = useTranslation("ui")
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <search className={classes.bar} data-narrow={isNarrow || undefined}>
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
  )
}
