import { useTranslation } from "react-i18next"
import type { ImportForHost } from "#contract/imports"
import classes from "./Steps.module.css"

const steps = ["file", "columns", "check", "result"] as const

const stepOf: Record<ImportForHost["state"], (typeof steps)[number]> = {
  uploaded: "columns",
  failed: "columns",
  checking: "check",
  checked: "check",
  importing: "result",
  imported: "result",
  undoing: "result",
  undone: "result",
}

/** How far an import is: file, columns, check, result. */
export const Steps = ({ state }: { state: ImportForHost["state"] }) => {
  const { t } = useTranslation("imports")
  const current = steps.indexOf(stepOf[state])
  return (
    <ol className={classes.steps} aria-label={t("step.label")}>
      {steps.map((step, at) => (
        <li
          key={step}
          className={classes.step}
          data-reached={at <= current || undefined}
          aria-current={at === current ? "step" : undefined}
        >
          {at + 1}. {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
