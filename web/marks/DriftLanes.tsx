import { useMediaQuery } from "@mantine/hooks"
import { useCallback, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { Chart } from "#ui/Chart"
import { SideBadge } from "#ui/SideBadge"
import { useFormat } from "#ui/text"
import type { Tokens } from "#ui/tokens"
import { useWhose } from "#ui/viewer"
import classes from "./DriftLanes.module.css"
import {
  type Lane,
  type LaneEvent,
  type LaneFocus,
  laneTop,
  narrowLayout,
  pictureHeight,
  wideLayout,
} from "./lanes/Lane.ts"
import { laneOption } from "./lanes/laneOption.ts"
import { laneTable } from "./lanes/laneTable.ts"

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
  const { t, i18n } = useTranslation("marks")
  const format = useFormat()
  const whose = useWhose()
  const isNarrow = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false })
  const layout = isNarrow ? narrowLayout : wideLayout
  const [hovered, setHovered] = useState<LaneFocus>()
  const lit = focus ?? hovered
  const point = (next: LaneFocus | undefined) => {
    setHovered(next)
    onFocus?.(next)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `format` follows the language, `whose` the page
  const option = useCallback(
    (tokens: Tokens) =>
      laneOption(
        {
          lanes,
          events,
          layout,
          focus: lit,
          isOurs: (lane) => lane.side !== undefined && whose(lane.side) === "ours",
          writeDay: format.date,
          writeTick: format.tick,
          writeValue: (value) => format.number(value, 1),
        },
        tokens,
      ),
    [lanes, events, layout, lit?.kind, lit?.key, i18n.language],
  )
  const table = useMemo(() => laneTable(lanes, t("week")), [lanes, t])

  return (
    <div>
      <Chart
        label={label}
        option={option}
        table={table}
        height={pictureHeight(layout, lanes.length)}
        onReady={(chart) => {
          chart.on("mouseover", { seriesId: "events" }, ({ name }) => point({ kind: "event", key: name }))
          chart.on("mouseout", { seriesId: "events" }, () => point(undefined))
        }}
        overlay={lanes.map((lane, index) => (
          <button
            key={lane.key}
            type="button"
            className={classes.label}
            data-lit={lit?.kind === "lane" && lit.key === lane.key ? true : undefined}
            style={{
              top: laneTop(layout, index) - layout.labelAbove,
              width: isNarrow ? "calc(100% + 16px)" : layout.left - 8,
              height: isNarrow ? layout.labelAbove : layout.laneHeight,
            }}
            onMouseEnter={() => point({ kind: "lane", key: lane.key })}
            onMouseLeave={() => point(undefined)}
            onFocus={() => point({ kind: "lane", key: lane.key })}
            onBlur={() => point(undefined)}
          >
            <span className={classes.name}>{lane.name}</span>
            <span className={classes.facts}>
              {lane.side ? <SideBadge side={lane.side} name={lane.company} /> : null}
              {lane.change ? (
                <span className="numbers">
                  {t("lane.change", {
                    before: format.number(lane.change.before, 1),
                    after: format.number(lane.change.after, 1),
                    unit: lane.unit ?? "",
                  })}
                </span>
              ) : (
                t("lane.unchanged")
              )}
            </span>
          </button>
        ))}
      />
      <ol className={classes.events} aria-label={t("lane.events")}>
        {events.map((event) => (
          <li key={event.id} data-lit={lit?.kind === "event" && lit.key === event.id ? true : undefined}>
            <button
              type="button"
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
