import { VisuallyHidden } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { PlainDate } from "#core/time"
import { DateText, useFormat } from "#ui/text"
import classes from "./small.module.css"

export type HeatWeek = Readonly<{ week: PlainDate; kept: number; due: number }>

type HeatStripProps = {
  /** Whose promises over which time: "Acme's promises, last 52 weeks". */
  label: string
  weeks: readonly HeatWeek[]
  /** Pixels; as wide as its place when left out. */
  width?: number
  height?: number
  /** Leave the hidden table out where the same figures stand in the row already. */
  hasTable?: boolean
  /** First and last week under the strip. */
  hasScale?: boolean
}

const toneOf = (share: number): "good" | "warn" | "bad" => (share >= 0.9 ? "good" : share >= 0.6 ? "warn" : "bad")

/** Weeks of kept promises: the higher the bar, the more was kept; a week with nothing due stays empty. */
export const HeatStrip = ({ label, weeks, width, height = 22, hasTable = true, hasScale = false }: HeatStripProps) => {
  const { t } = useTranslation("marks")
  const format = useFormat()
  const step = 1000 / Math.max(1, weeks.length)
  const first = weeks[0]
  const last = weeks.at(-1)
  return (
    <figure className={classes.figure} style={{ width: width ?? "100%" }}>
      <svg
        role="img"
        aria-label={label}
        width="100%"
        height={height}
        viewBox={`0 0 1000 ${height}`}
        preserveAspectRatio="none"
        className={classes.picture}
      >
        {weeks.map(({ week, kept, due }, index) => {
          const share = due > 0 ? kept / due : undefined
          const barHeight = share === undefined ? 0 : Math.max(3, share * height)
          return (
            <g key={week} transform={`translate(${index * step} 0)`}>
              <title>{`${format.date(week)}: ${share === undefined ? t("kept.nothingDue") : t("kept.of", { kept, due })}`}</title>
              <rect
                width={step * 0.76}
                height={height}
                className={classes.cell}
                opacity={share === undefined ? 0.45 : 1}
              />
              {share === undefined ? null : (
                <rect
                  y={height - barHeight}
                  width={step * 0.76}
                  height={barHeight}
                  className={classes[toneOf(share)]}
                />
              )}
            </g>
          )
        })}
      </svg>
      {hasScale && first && last ? (
        <div className={classes.scale}>
          <DateText on={first.week} />
          <DateText on={last.week} />
        </div>
      ) : null}
      {hasTable ? (
        <VisuallyHidden>
          <table>
            <caption>{label}</caption>
            <tbody>
              {weeks.map(({ week, kept, due }) => (
                <tr key={week}>
                  <th scope="row">{format.date(week)}</th>
                  <td>{due > 0 ? t("kept.of", { kept, due }) : t("kept.nothingDue")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </VisuallyHidden>
      ) : null}
    </figure>
  )
}
