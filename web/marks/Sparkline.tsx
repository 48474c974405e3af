import { scale, spanOf } from "./scale.ts"
import classes from "./small.module.css"

type SparklineProps = {
  /** What it shows with its first and last value, as one sentence. */
  label: string
  /** One value per step; null is a gap, never zero. */
  values: readonly (number | null)[]
  /** The level that was promised, dashed. */
  promised?: number
  width?: number
  height?: number
}

/** A series small enough for a table cell; the last known value has a dot. */
export const Sparkline = ({ label, values, promised, width = 96, height = 24 }: SparklineProps) => {
  const span = spanOf([...values, promised])
  if (!span) return <span className={classes.none}>–</span>
  const x = scale(0, values.length - 1, 3, width - 4)
  const y = scale(span[0], span[1], height - 4, 4)
  const lastIndex = values.findLastIndex((each) => each !== null)
  return (
    <svg role="img" aria-label={label} width={width} height={height} className={classes.picture}>
      {promised === undefined ? null : (
        <line x1={3} x2={width - 4} y1={y(promised)} y2={y(promised)} className={classes.promised} />
      )}
      <path d={pathOf(values, x, y)} className={classes.line} />
      {lastIndex >= 0 ? (
        <circle cx={x(lastIndex)} cy={y(values[lastIndex] ?? 0)} r={2.2} className={classes.dot} />
      ) : null}
    </svg>
  )
}

/** Moves over gaps instead of drawing through them. */
const pathOf = (values: readonly (number | null)[], x: (at: number) => number, y: (value: number) => number): string =>
  values
    .map((value, index) =>
      value === null
        ? ""
        : `${(values[index - 1] ?? null) === null ? "M" : "L"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join("")
