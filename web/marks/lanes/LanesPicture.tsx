import { memo } from "react"
import type { Tokens } from "#ui/tokens"
import { type Axis, pathOf, ticksOf } from "./axis.ts"
import { type Lane, type LaneEvent, type LaneFocus, type Layout, laneTop, pictureHeight } from "./Lane.ts"
import { valueScale } from "./valueScale.ts"

export type LanePicture = Readonly<{
  lanes: readonly Lane[]
  events: readonly LaneEvent[]
  layout: Layout
  axis: Axis
  focus: LaneFocus | undefined
  tokens: Tokens
  /** The reader's own side is drawn in the accent. */
  isOurs: (lane: Lane) => boolean
  writeTick: (on: string) => string
  onEvent: (id: string | undefined) => void
}>

const eventsAt = 15

/** Lanes that share one time axis, as SVG: events on top, then a lane for each signal. Colours are its own, so that it is whole as a file. */
export const LanesPicture = memo((picture: LanePicture) => {
  const { lanes, events, layout, axis, tokens, writeTick, onEvent } = picture
  const foot = pictureHeight(layout, lanes.length) - layout.bottom
  return (
    <>
      {lanes.map((lane, index) => (
        <LaneLines key={lane.key} lane={lane} top={laneTop(layout, index)} picture={picture} />
      ))}
      <g fill={tokens.textSoft} fontSize={11} textAnchor="middle">
        {ticksOf(axis).map((on) => (
          <text key={on} x={inside(axis, axis.x(on))} y={foot + 16}>
            {writeTick(on)}
          </text>
        ))}
      </g>
      {events
        .filter(({ on }) => on >= axis.from && on <= axis.to)
        .map((event) => (
          <g
            key={event.id}
            transform={`translate(${axis.x(event.on)} ${eventsAt})`}
            opacity={isLit(picture, event) ? 1 : 0.25}
            onPointerEnter={() => onEvent(event.id)}
            onPointerLeave={() => onEvent(undefined)}
          >
            <rect x={-10} y={-12} width={20} height={24} fill="transparent" />
            <path d="M0 -5.5L5.5 0L0 5.5L-5.5 0Z" fill={tokens.accentMark} />
          </g>
        ))}
    </>
  )
})

const inside = ({ left, right }: Axis, x: number): number => Math.min(Math.max(x, left + 12), right - 12)

const isDim = ({ focus, events }: LanePicture, lane: Lane): boolean => {
  if (!focus) return false
  if (focus.kind === "lane") return focus.key !== lane.key
  const event = events.find((each) => each.id === focus.key)
  return event?.lane !== undefined && event.lane !== lane.key
}

const isLit = ({ focus }: LanePicture, event: LaneEvent): boolean =>
  focus === undefined || (focus.kind === "event" ? focus.key === event.id : focus.key === event.lane)

/** The band of the change, the promised level dashed, the actual line, a hairline for each event, the onset. */
const LaneLines = ({ lane, top, picture }: { lane: Lane; top: number; picture: LanePicture }) => {
  const { layout, axis, tokens, events, focus } = picture
  const { change } = lane
  const bottom = top + layout.laneHeight
  const y = valueScale(lane, top, bottom)
  const x = (index: number) => axis.x(lane.weeks[index] ?? axis.from)
  const clamped = (on: string) => Math.min(Math.max(axis.x(on), axis.left), axis.right)
  return (
    <g opacity={isDim(picture, lane) ? 0.28 : 1} fill="none" strokeLinejoin="round" strokeLinecap="round">
      {change ? (
        <rect
          x={clamped(change.from)}
          y={top}
          width={Math.max(2, clamped(change.to) - clamped(change.from))}
          height={layout.laneHeight}
          fill={tokens.badMark}
          opacity={0.16}
        />
      ) : null}
      <path d={`M${axis.left} ${bottom}H${axis.right}`} stroke={tokens.line} />
      {events
        .filter(({ on, lane: of }) => (of === undefined || of === lane.key) && on >= axis.from && on <= axis.to)
        .map((event) => (
          <path
            key={event.id}
            d={`M${axis.x(event.on)} ${top}V${bottom}`}
            stroke={tokens.accentMark}
            strokeDasharray="2 3"
            strokeWidth={isLit(picture, event) && focus ? 1.5 : 1}
            opacity={isLit(picture, event) ? 0.8 : 0.2}
          />
        ))}
      {lane.promised ? (
        <path d={pathOf(lane.promised, x, y)} stroke={tokens.lineStrong} strokeWidth={1.25} strokeDasharray="5 4" />
      ) : null}
      <path
        d={pathOf(lane.actual, x, y)}
        stroke={picture.isOurs(lane) ? tokens.ours : tokens.theirs}
        strokeWidth={1.9}
      />
      {change ? (
        <path d={`M${clamped(change.onset)} ${top}V${bottom}`} stroke={tokens.badMark} strokeWidth={2} />
      ) : null}
    </g>
  )
}
