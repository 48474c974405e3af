import { useTranslation } from "react-i18next"
import type { DriftForHost } from "#contract/drift"
import { SideBadge } from "#ui/SideBadge"
import { useFormat } from "#ui/text"
import classes from "./fall.module.css"
import { companyOf, laneKey } from "./lanes.ts"
import { useWords } from "./useWords.ts"

/** Shares below this are told in the table of all signals only. */
const worthABar = 0.01

/** What the fall consists of: each signal's exact share of it, the largest first. */
export const Fall = ({ drift }: { drift: DriftForHost }) => {
  const { t } = useTranslation("drift")
  const words = useWords()
  const format = useFormat()
  const parts = drift.lanes
    .flatMap((lane) =>
      lane.contribution !== null && lane.contribution >= worthABar ? [{ lane, share: lane.contribution }] : [],
    )
    .sort((a, b) => b.share - a.share)
  if (drift.index === null || parts.length === 0) return null
  return (
    <section className={classes.fall} aria-labelledby="drift-fall">
      <h3 id="drift-fall" className={classes.title}>
        {t("fall.title")}
      </h3>
      <p className={classes.lead}>{t("fall.lead", { index: format.percent(drift.index) })}</p>
      <ul className={classes.parts}>
        {parts.map(({ lane, share }) => (
          <li key={laneKey(lane)} className={classes.part}>
            <span className={classes.name}>
              {words.signal(lane.signal)}{" "}
              {lane.side === "both" ? null : <SideBadge side={lane.side} name={companyOf(drift, lane)} />}
            </span>
            <span className={classes.track} aria-hidden>
              <span className={classes.bar} style={{ inlineSize: `${100 * share}%` }} />
            </span>
            <span className="numbers">{format.percent(share)}</span>
          </li>
        ))}
      </ul>
      <p className={classes.aside}>{t("fall.how")}</p>
    </section>
  )
}
