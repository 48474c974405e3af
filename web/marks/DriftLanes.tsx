import { useState } from "react"
import { useTranslation } from "react-i18next"
import { SideBadge } from "#ui/SideBadge"
import { useFormat } from "#ui/text"
import classes from "./DriftLanes.module.css"
import { LanesFigure } from "./LanesFigure.tsx"
import type { Lane, LaneEvent, LaneFocus } from "./lanes/Lane.ts"

export type { Lane, LaneEvent, LaneFocus } from "./lanes/Lane.ts"

type DriftLanesProps = {
  /** The finding as a sentence: "Drifting since about 11 March; our answers slowed first". */
  label: string
  /** In the order in which they let go. */
  lanes: readonly Lane[]
  events: readonly LaneEvent[]
  /** What the text beside the picture points at: the rest steps back. */
  focus?: LaneFocus | undefined
  /** The reader points at a lane or an event in the picture; undefined when they leave. */
  onFocus?: (focus: LaneFocus | undefined) => void
}

/** The evidence of drift: every signal on one time axis, promised level, change with its band, events as diamonds. */
export const DriftLanes = ({ label, lanes, events, focus, onFocus }: DriftLanesProps) => {
  const { t } = useTranslation("marks")
  const format = useFormat()
  const [hovered, setHovered] = useState<LaneFocus>()
  const lit = focus ?? hovered
  const point = (next: LaneFocus | undefined) => {
    setHovered(next)
    onFocus?.(next)
  }
  const levels = ({ change, said, unit = "" }: Lane): string => {
    if (said) return t("lane.change", { ...said, unit: "" })
    if (!change) return t("lane.unchanged")
    const [before, after] = [format.number(change.before, 1), format.number(change.after, 1)]
    return t("lane.change", { before, after, unit })
  }
  return (
    <div>
      <LanesFigure
        label={label}
        lanes={lanes}
        events={events}
        lit={lit}
        onEvent={(id) => point(id === undefined ? undefined : { kind: "event", key: id })}
        name={(lane, place) => (
          <button
            key={lane.key}
            id={`lane-${lane.key}`}
            type="button"
            className={classes.label}
            data-lit={lit?.kind === "lane" && lit.key === lane.key ? true : undefined}
            style={place}
            onMouseEnter={() => point({ kind: "lane", key: lane.key })}
            onMouseLeave={() => point(undefined)}
            onFocus={() => point({ kind: "lane", key: lane.key })}
            onBlur={() => point(undefined)}
          >
            <span className={classes.name}>{lane.name}</span>
            <span className={classes.facts}>
              {lane.side ? <SideBadge side={lane.side} name={lane.company} /> : null}
              <span className="numbers">{levels(lane)}</span>
            </span>
          </button>
        )}
      />
      <ol className={classes.events} aria-label={t("lane.events")}>
        {events.map((event) => (
          <li key={event.id} data-lit={lit?.kind === "event" && lit.key === event.id ? true : undefined}>
            <button
              type="button"
              id={`event-${event.id}`}
              className={classes.event}
              onMouseEnter={() => point({ kind: "event", key: event.id })}
              onMouseLeave={() => point(undefined)}
              onFocus={() => point({ kind: "event", key: event.id })}
              onBlur={() => point(undefined)}
            >
              <span className={classes.diamond} aria-hidden />
              <span className={classes.day}>{format.day(event.on)}</span>
              {event.title}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
