import { useTranslation } from "react-i18next"
import type { PlainDate } from "#core/time"
import { useFormat } from "#ui/text"
import { dayNumber, scale } from "./scale.ts"
import classes from "./small.module.css"

/** When a change began: most likely on `onset`, with 90 % between `from` and `to`; noticed on `seen`. */
export type Onset = Readonly<{ onset: PlainDate; from: PlainDate; to: PlainDate; seen?: PlainDate }>

type OnsetBandProps = Onset & {
  /** The time that the picture spans. */
  start: PlainDate
  end: PlainDate
  width?: number
}

const height = 20

/** The onset of drift in a table cell: its band, its day, and the day we saw it. */
export const OnsetBand = ({ onset, from, to, seen, start, end, width = 120 }: OnsetBandProps) => {
  const { t } = useTranslation("marks")
  const format = useFormat()
  const at = (on: PlainDate) => scale(dayNumber(start), dayNumber(end), 4, width - 4)(dayNumber(on))
  const label = t(seen ? "onset.labelSeen" : "onset.label", {
    onset: format.date(onset),
    from: format.date(from),
    to: format.date(to),
    seen: seen ? format.date(seen) : "",
  })
  return (
    <svg role="img" aria-label={label} width={width} height={height} className={classes.picture}>
      <title>{label}</title>
      <line x1={4} x2={width - 4} y1={10} y2={10} className={classes.axis} />
      <line x1={at(onset)} x2={width - 4} y1={10} y2={10} className={classes.after} />
      <rect x={at(from)} width={Math.max(3, at(to) - at(from))} y={3} height={14} rx={2} className={classes.band} />
      <line x1={at(onset)} x2={at(onset)} y1={3} y2={17} className={classes.onset} />
      {seen ? <circle cx={at(seen)} cy={10} r={3} className={classes.seen} /> : null}
    </svg>
  )
}
