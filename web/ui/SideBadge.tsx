import { useTranslation } from "react-i18next"
import type { Side } from "#core/actor"
import classes from "./badges.module.css"
import { useNameOf, useWhose } from "./viewer.tsx"

type SideBadgeProps = {
  side: Side
  /** Whose exactly: another company of a consortium is not the reader's own. */
  party?: string | null | undefined
  /** The company's name instead of "us" and "them". */
  name?: string | null | undefined
}

/** Whose it is: a filled mark for the reader's own, an open one for everybody else's. */
export const SideBadge = ({ side, party, name }: SideBadgeProps) => {
  const { t } = useTranslation("ui")
  const whose = useWhose()(side, party ?? null)
  const named = useNameOf()(side, name ?? null)
  return (
    <span className={classes.side} data-whose={whose}>
      <span className={classes.sideMark} aria-hidden />
      {named ?? t(`side.${whose}`)}
    </span>
  )
}
