import { useTranslation } from "react-i18next"
import type { DriftCase } from "#contract/drift"
import { useFormat } from "#ui/text"
import classes from "./drift.module.css"
import { useWords } from "./useWords.ts"

/** Earlier cases: what the machine said, what people decided. */
export const PastCases = ({ cases }: { cases: readonly DriftCase[] }) => {
  const { t, i18n } = useTranslation("drift")
  const words = useWords()
  const format = useFormat()
  const said = ({ closeReason }: DriftCase) =>
    closeReason === null
      ? ""
      : i18n.exists(`closed.${closeReason}`, { ns: "drift" })
        ? t(`closed.${closeReason}` as "closed.signals-back")
        : format.quote(closeReason)
  return (
    <div>
      <h3 className={classes.evidenceTitle}>{t("past.title")}</h3>
      <ul className={classes.evidence}>
        {cases.map((each) => {
          const cause = each.confirmedCause ?? each.cause
          return (
            <li key={each.id}>
              {each.onset
                ? t(`past.${each.state}`, { onset: format.date(each.onset.date) })
                : t(`undated.${each.state}`, { seen: format.date(each.detectedOn) })}{" "}
              {cause ? `${words.cause(cause)}. ` : null}
              <span className={classes.aside}>{said(each)}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
