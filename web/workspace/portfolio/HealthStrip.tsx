import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"
import classes from "./HealthStrip.module.css"

type HealthStripProps = { health: readonly (number | null)[]; width?: number }

const height = 20
const tones = ["unknown", "good", "warn", "bad"] as const
const toneOf = (share: number | null) =>
  share === null ? "unknown" : share >= 80 ? "good" : share >= 55 ? "warn" : "bad"

/** Weeks of a partnership's signals against their promised or usual level: the higher the bar, the nearer. Unknown weeks stay empty. */
export const HealthStrip = ({ health, width = 150 }: HealthStripProps) => {
  const { t } = useTranslation("portfolio")
  const format = useFormat()
  const latest = health.findLast((share) => share !== null)
  const label =
    latest === undefined || latest === null
      ? t("strip.unknown")
      : t("strip.label", { count: health.length, share: format.percent(latest / 100) })
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 1000 ${height}`}
      preserveAspectRatio="none"
      className={classes.strip}
    >
      <title>{label}</title>
      {tones.map((tone) => (
        <path key={tone} d={barsOf(health, tone)} className={classes[tone]} />
      ))}
    </svg>
  )
}

/** The bars of one tone as one shape: a year of weeks is four elements of the page instead of fifty-two. */
const barsOf = (health: readonly (number | null)[], tone: (typeof tones)[number]): string => {
  const step = 1000 / Math.max(1, health.length)
  return health
    .map((share, week) => {
      if (toneOf(share) !== tone) return ""
      const barHeight = share === null ? 1 : Math.max(2, (share / 100) * height)
      return `M${(week * step).toFixed(1)} ${height}v${-barHeight}h${(step * 0.8).toFixed(1)}v${barHeight}z`
    })
    .join("")
}
