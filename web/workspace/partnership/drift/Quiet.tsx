import { useTranslation } from "react-i18next"
import type { DriftForHost } from "#contract/drift"
import { HealthMark } from "#marks/HealthMark"
import { useFormat } from "#ui/text"
import classes from "./drift.module.css"

/** No drift to tell of: steady, moved with the market, decided by a person, or too little data to say. */
export const Quiet = ({ drift }: { drift: DriftForHost }) => {
  const { t } = useTranslation("drift")
  const format = useFormat()
  const reason = useReason(drift.reason)
  if (!drift.scored)
    return (
      <div className={classes.sentence}>
        <p className={classes.lead}>
          <HealthMark health="not_scored" /> {t("notScored.lead")}
        </p>
        <p className={classes.aside}>{t("notScored.text", { reason })}</p>
      </div>
    )
  const ended = drift.episodes.findLast(({ endedOn }) => endedOn !== null)?.endedOn
  const lead = drift.isSettled ? "settled" : drift.market ? "market" : "steady"
  // Silence is said before a decision or the market, and instead of "no drift".
  const isOnlySilent = drift.silentSince !== null && lead === "steady"
  return (
    <div className={classes.sentence}>
      <p className={classes.lead}>
        <HealthMark health={drift.silentSince ? "silent" : "steady"} />{" "}
        {drift.silentSince ? t("silent", { on: format.date(drift.silentSince) }) : null}{" "}
        {isOnlySilent ? null : t(`quiet.${lead}`)}
      </p>
      <p className={classes.aside}>
        {t("quiet.looked", { count: drift.lanes.length, asOf: format.date(drift.asOf) })}{" "}
        {ended ? t("quiet.recovered", { on: format.date(ended) }) : null}
      </p>
    </div>
  )
}

/** The engine counts in English; the reader gets the count in their own language. */
const useReason = (reason: string | null): string => {
  const { t } = useTranslation("drift")
  const [, seen, needed] = /^(\d+) weeks observed at most; (\d+) are needed$/.exec(reason ?? "") ?? []
  return seen && needed ? t("notScored.weeks", { seen, needed }) : t("notScored.nothing")
}
