import { Button } from "@mantine/core"
import { useTranslation } from "react-i18next"
import classes from "./ChosenBar.module.css"

type ChosenBarProps = Readonly<{
  count: number
  acts: readonly Readonly<{ label: string; run: () => void }>[]
  onClear: () => void
}>

/** What can be done with the rows that are chosen, together; nothing while none is. */
export const ChosenBar = ({ count, acts, onClear }: ChosenBarProps) => {
  const { t } = useTranslation("snooze")
  if (count === 0) return null
  return (
    <div className={classes.bar} role="toolbar" aria-label={t("keys.chosen", { count })}>
      <span className="numbers">{t("keys.chosen", { count })}</span>
      {acts.map(({ label, run }) => (
        <Button key={label} size="xs" variant="default" onClick={run}>
          {label}
        </Button>
      ))}
      <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
        {t("keys.clear")}
      </Button>
    </div>
  )
}
