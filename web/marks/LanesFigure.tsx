import { useMediaQuery } from "@mantine/hooks"
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { Figure } from "#ui/Figure"
import { useFormat } from "#ui/text"
import { useStable } from "#ui/useStable"
import { useTokens } from "#ui/useTokens"
import { useWhose } from "#ui/viewer"
import classes from "./DriftLanes.module.css"
import { axisOf } from "./lanes/axis.ts"
import {
  type Lane,
  type LaneEvent,
  type LaneFocus,
  type Layout,
  laneTop,
  narrowLayout,
  pictureHeight,
  wideLayout,
} from "./lanes/Lane.ts"
import { LanesPicture } from "./lanes/LanesPicture.tsx"
import { laneTable } from "./lanes/laneTable.ts"
import { Pointer } from "./lanes/Pointer.tsx"
import { pngFile, svgFile } from "./lanes/pictureFile.ts"

type LanesFigureProps = {
  label: string
  lanes: readonly Lane[]
  events: readonly LaneEvent[]
  lit: LaneFocus | undefined
  onEvent: (id: string | undefined) => void
  /** Real text beside a lane, in the place that is given. */
  name: (lane: Lane, place: Readonly<{ top: number; height: number; width: number | string }>) => ReactNode
}

const rightEdge = 14

/** Lanes on one time axis, drawn as SVG by ourselves: there with the page, and nothing to fetch for it. */
export const LanesFigure = ({ label, lanes, events, lit, onEvent, name }: LanesFigureProps) => {
  const { t } = useTranslation("marks")
  const isNarrow = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false })
  const layout = isNarrow ? narrowLayout : wideLayout
  const tokens = useTokens()
  const picture = useRef<SVGSVGElement>(null)
  const table = useMemo(() => laneTable(lanes, t("week")), [lanes, t])
  const height = pictureHeight(layout, lanes.length)
  const drawn = () => picture.current ?? new SVGSVGElement()
  return (
    <Figure
      label={label}
      table={table}
      height={height}
      pictures={{
        png: () => pngFile(drawn(), { lanes, layout, tokens }),
        svg: async () => svgFile(drawn(), { lanes, layout, tokens }),
      }}
    >
      <div className={classes.stage} style={{ height }}>
        <Drawing {...{ label, lanes, events, lit, onEvent, layout, tokens, height, picture }} />
        {lanes.map((lane, index) =>
          name(lane, {
            top: laneTop(layout, index) - layout.labelAbove,
            width: isNarrow ? "calc(100% + 16px)" : layout.left - 8,
            height: isNarrow ? layout.labelAbove : layout.laneHeight,
          }),
        )}
      </div>
    </Figure>
  )
}

type DrawingProps = Omit<LanesFigureProps, "name"> & {
  layout: Layout
  tokens: ReturnType<typeof useTokens>
  height: number
  picture: React.RefObject<SVGSVGElement | null>
}

const Drawing = ({ label, lanes, events, lit, onEvent, layout, tokens, height, picture }: DrawingProps) => {
  const { i18n } = useTranslation()
  const format = useFormat()
  const whose = useWhose()
  const width = useWidth(picture)
  const tell = useStable(onEvent)
  const axis = useMemo(() => {
    const days = lanes.flatMap(({ weeks }) => [weeks[0], weeks.at(-1)]).filter((day) => day !== undefined)
    const [from = "", to = ""] = [days.toSorted()[0], days.toSorted().at(-1)]
    return axisOf(from, to, layout.left, Math.max(layout.left + 1, width - rightEdge))
  }, [lanes, layout, width])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `format` follows the language, `whose` the page
  const isOurs = useCallback((lane: Lane) => lane.side !== undefined && whose(lane.side) === "ours", [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `format` follows the language
  const writeTick = useCallback(
    (on: string) => (on.slice(5, 7) === "01" ? on.slice(0, 4) : format.month(on)),
    [i18n.language],
  )
  return (
    <>
      <svg ref={picture} role="img" aria-label={label} className={classes.picture} width="100%" height={height}>
        {width === 0 ? null : (
          <LanesPicture {...{ lanes, events, layout, axis, tokens, isOurs, writeTick }} focus={lit} onEvent={tell} />
        )}
      </svg>
      {width === 0 ? null : <Pointer lanes={lanes} axis={axis} height={height} />}
    </>
  )
}

/** How wide it is, before it is painted and whenever that changes. */
const useWidth = (picture: React.RefObject<SVGSVGElement | null>): number => {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!picture.current) return
    const measure = () => setWidth(picture.current?.getBoundingClientRect().width ?? 0)
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(picture.current)
    return () => watcher.disconnect()
  }, [picture])
  return width
}
