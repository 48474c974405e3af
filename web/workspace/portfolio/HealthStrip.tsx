import { useTranslation } from "react-i18next"
import { addDays } from "#core/time"
import { useFormat } from "#ui/text"
import classes from "./HealthStrip.module.css"

type HealthStripProps = { firstWeek: string; health: readonly (number | null)[]; width?: number }

const height = 20
const toneOf = (share: number) => (share >= 80 ? "good" : share >= 55 ? "warn" : "bad")

/** Weeks of a partnership's signals against their promised or usual level: the higher the bar, the nearer. Unknown weeks stay empty. */
export const HealthStrip = ({ firstWeek, health, width = 150 }: HealthStripProps) => {
  const { t } = useTranslation("portfolio")
  const format = useFormat()
  const step = 1000 / Math.max(1, health.length)
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
      {health.map((share, index) => {
        const tall = share === null ? 1 : Math.max(2, (share / 100) * height)
        return (
          <rect
            key={addDays(firstWeek, 7 * index)}
            x={index * step}
            y={height - tall}
            width={step * 0.8}
            height={tall}
            className={classes[share === null ? "unknown" : toneOf(share)]}
          />
        )
      })}
    </svg>
  )
}
