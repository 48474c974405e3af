import { useId } from "react"
import { useTranslation } from "react-i18next"
import { type PlainDate, weekFromNumber, weekNumber } from "#core/time"
import { useFormat } from "#ui/text"
import classes from "./scrubber.module.css"

/** Two years: what the lanes show of a partnership that does not drift. */
const weeksBack = 104

type DayScrubberProps = {
  day: PlainDate
  today: PlainDate
  /** The hand is near: whatever the answer needs should be fetched now. */
  onNear: () => void
  onDrag: (day: PlainDate) => void
  onRelease: () => void
}

/** A day of the last two years, week by week: by hand, or by the arrow keys. */
export const DayScrubber = ({ day, today, onNear, onDrag, onRelease }: DayScrubberProps) => {
  const { t } = useTranslation("drift")
  const format = useFormat()
  const id = useId()
  const last = weekNumber(today)
  const dayOf = (week: number): PlainDate => (week >= last ? today : weekFromNumber(week))
  return (
    <div className={classes.scrubber}>
      <label htmlFor={id}>{t("scrub.label")}</label>
      <input
        id={id}
        type="range"
        className={classes.range}
        min={last - weeksBack}
        max={last}
        value={weekNumber(day)}
        aria-valuetext={format.date(day)}
        onChange={({ currentTarget }) => onDrag(dayOf(Number(currentTarget.value)))}
        onPointerEnter={onNear}
        onFocus={onNear}
        onPointerUp={onRelease}
        onPointerCancel={onRelease}
        onKeyUp={onRelease}
        onBlur={onRelease}
      />
      <output htmlFor={id} className="numbers">
        {format.date(day)}
      </output>
    </div>
  )
}
