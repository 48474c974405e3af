import { IconLock } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import type { Visibility } from "#core/actor"
import classes from "./badges.module.css"
import { Hint } from "./Hint.tsx"
import { useWhose } from "./viewer.tsx"

/** Says that something is private, and to whom. Shared things carry no mark. */
export const VisibilityLock = ({ visibility }: { visibility: Visibility }) => {
  const { t } = useTranslation("ui")
  const whose = useWhose()
  if (visibility === "shared") return null
  const owner = whose(visibility)
  return (
    <Hint label={t(`private.${owner}Hint`)} maw={260}>
      <span className={classes.lock}>
        <IconLock size={12} stroke={2} aria-hidden />
        {t(`private.${owner}`)}
      </span>
    </Hint>
  )
}
