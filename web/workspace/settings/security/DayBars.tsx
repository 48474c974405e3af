import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { useToday } from "#client/useToday"
import { getSecurityDays } from "#contract/audit"
import { addDays } from "#core/time"
import classes from "./security.module.css"

const shownDays = 30
const [width, height] = [300, 40]

/** The last thirty days in one picture, and in one sentence: what was refused stands out from what was done. */
export const DayBars = () => {
  const { t } = useTranslation("security")
  const today = useToday()
  const first = addDays(today, 1 - shownDays)
  const found = useEndpoint(getSecurityDays, { query: { from: first, to: today } }).data?.items
  if (!found) return null
  const on = new Map(found.map((each) => [each.on, each]))
  const days = Array.from({ length: shownDays }, (_, index) => {
    const day = addDays(first, index)
    return on.get(day) ?? { on: day, refused: 0, other: 0 }
  })
  const sum = (of: "refused" | "other") => days.reduce((all, each) => all + each[of], 0)
  const [refused, other] = [sum("refused"), sum("other")]
  const most = Math.max(1, ...days.map((each) => each.refused + each.other))
  const step = width / shownDays
  const high = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * height))
  return (
    <div className={classes.picture}>
      <p className={classes.sentence}>{refused === 0 ? t("calm") : t("refused", { count: refused })}</p>
      <svg
        role="img"
        aria-label={t("picture", { refused, other, most: Math.max(...days.map((each) => each.refused)) })}
        viewBox={`0 0 ${width} ${height}`}
        className={classes.bars}
      >
        {days.map((day, index) => (
          <g key={day.on}>
            <rect
              className={classes.other}
              x={index * step + 1}
              y={height - high(day.refused) - high(day.other)}
              width={step - 2}
              height={high(day.other)}
            />
            <rect
              className={classes.refused}
              x={index * step + 1}
              y={height - high(day.refused)}
              width={step - 2}
              height={high(day.refused)}
            />
          </g>
        ))}
      </svg>
      <p className={classes.legend} aria-hidden>
        <span className={classes.refusedKey} /> {t("pictureRefused")} <span className={classes.otherKey} />{" "}
        {t("pictureOther")}
      </p>
    </div>
  )
}
