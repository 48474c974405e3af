import { Skeleton } from "@mantine/core"
import { useTranslation } from "react-i18next"
import classes from "./overview.module.css"

/** As tall as what is coming, so that nothing below it moves. */
export const Waiting = ({ lines }: { lines: number }) => {
  const { t } = useTranslation("ui")
  return (
    <div className={classes.waiting} role="status" aria-label={t("loading")}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <Skeleton key={line} height={12} width={`${90 - ((line * 17) % 40)}%`} radius="sm" />
      ))}
    </div>
  )
}
