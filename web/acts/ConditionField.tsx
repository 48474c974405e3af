import type { ComponentProps } from "react"
import { AreaField } from "#ui/fields"
import classes from "./condition/condition.module.css"

/** A condition as it is typed. */
export const ConditionField = (props: ComponentProps<typeof AreaField>) => (
  <AreaField spellCheck={false} classNames={{ input: classes.code }} {...props} />
)
