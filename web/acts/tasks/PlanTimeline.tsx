import { useTranslation } from "react-i18next"
import { addDays, daysBetween } from "#core/time"
import { useFormat } from "#ui/text"
import classes from "./timeline.module.css"

type Step = { key: string; title: string; side: "host" | "partner"; dueOn: string | null }

const height = 22
const labelled = 60

/** When each task of a plan falls due: a line per task, the host's filled and the partner's open, from the start to the last day. */
export const PlanTimeline = ({ startsOn, steps }: { startsOn: string; steps: readonly Step[] }) => {
  const { t } = useTranslation("tasks")
  const format = useFormat()
  const dated = steps.flatMap(({ dueOn, ...step }) => (dueOn === null ? [] : [{ ...step, dueOn }]))
  if (dated.length === 0) return <p className={classes.empty}>{t("timeline.empty")}</p>
  const days = Math.max(1, ...dated.map(({ dueOn }) => daysBetween(startsOn, dueOn)))
  const last = addDays(startsOn, days)
  const shareOf = (day: string) => Math.max(0, daysBetween(startsOn, day)) / days
  const xOf = (day: string) => 8 + shareOf(day) * (1000 - 16)
  return (
    <figure className={classes.figure}>
      {/* The same days stand in words beside it. */}
      <svg
        viewBox={`0 0 1000 ${dated.length * height + 8}`}
        preserveAspectRatio="none"
        height={Math.min(labelled * 3, dated.length * 12 + 8)}
        className={classes.picture}
        role="img"
        aria-label={`${t("timeline.label")}: ${format.commas(dated.map(({ title, dueOn }) => `${title} ${format.day(dueOn)}`))}`}
      >
        {dated.map(({ key, side, dueOn }, at) => (
          <g key={key} data-side={side}>
            <line
              x1={8}
              x2={xOf(dueOn)}
              y1={at * height + 15}
              y2={at * height + 15}
              vectorEffect="non-scaling-stroke"
            />
            <rect x={xOf(dueOn) - 6} y={at * height + 8} width={12} height={14} vectorEffect="non-scaling-stroke" />
          </g>
        ))}
      </svg>
      <figcaption className={classes.axis}>
        <span>{format.day(startsOn)}</span>
        <span>{format.day(last)}</span>
      </figcaption>
    </figure>
  )
}
