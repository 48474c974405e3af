import { useTranslation } from "react-i18next"
import type { DriftForHost } from "#contract/drift"
import { HealthMark } from "#marks/HealthMark"
import { useFormat } from "#ui/text"
import classes from "./drift.module.css"
import { useClauses } from "./useWords.ts"

/** No drift to tell of: steady, fallen with the market, silent, decided by a person, or too little data to say. */
export const Quiet = ({ drift }: { drift: DriftForHost }) => {
  const { t } = useTranslation("drift")
  const format = useFormat()
  const { clause } = useClauses(drift)
  const said = drift.clauses.filter(({ key }) => key !== "recovered").map((one) => clause(one))
  const health = !drift.scored ? "not_scored" : drift.silentSince ? "silent" : "steady"
  // A fall is no drift, and is not called steady beside its own figures.
  const hasFallen = drift.clauses.some(({ key }) => key === "market-fell")
  const recovered = drift.clauses.find(({ key }) => key === "recovered")
  return (
    <div className={classes.sentence}>
      <p className={classes.lead}>
        {hasFallen && !drift.silentSince ? null : <HealthMark health={health} />} {format.sentences(said)}
      </p>
      <p className={classes.aside}>
        {drift.scored
          ? t("quiet.looked", { count: drift.lanes.length, asOf: format.date(drift.asOf) })
          : t("notScored.text")}{" "}
        {recovered ? clause(recovered) : null}
      </p>
    </div>
  )
}
