import { useTranslation } from "react-i18next"
import type { Side } from "#core/actor"
import classes from "./badges.module.css"
import { useWhose } from "./viewer.tsx"

type SideBadgeProps = {
  side: Side
  /** The company's name instead of "us" and "them". */
  name?: string | null | undefined
}

/** Whose it is: a filled mark for the reader's side, an open one for the other. */
export const SideBadge = ({ side, name }: SideBadgeProps) => {
  const { t } = useTranslation("ui")
  const whose = useWhose()(side)
  return (
    <span className={classes.side} data-whose={whose}>
      <span className={classes.sideMark} aria-hidden />
      {name ?? t(`side.${whose}`)}
    </span>
  )
}
