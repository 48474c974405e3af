import { type PointerEvent, useState } from "react"
import type { PlainDate } from "#core/time"
import { useFormat } from "#ui/text"
import { type Axis, nearest } from "./axis.ts"
import type { Lane } from "./Lane.ts"
import classes from "./pointer.module.css"

type PointerProps = Readonly<{ lanes: readonly Lane[]; axis: Axis; height: number }>

/** What every lane said in the week under the pointer. It draws itself alone: the lanes below stay as they are. */
export const Pointer = ({ lanes, axis, height }: PointerProps) => {
  const format = useFormat()
  const [at, setAt] = useState<PlainDate>()
  const weeks = longest(lanes)
  const move = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const index = nearest(weeks, axis, clientX - currentTarget.getBoundingClientRect().left + axis.left)
    setAt(index === undefined ? undefined : weeks[index])
  }
  const x = at === undefined ? 0 : axis.x(at)
  const isLeft = x > (axis.left + axis.right) / 2
  return (
    <>
      <div
        className={classes.field}
        style={{ left: axis.left, width: axis.right - axis.left }}
        onPointerMove={move}
        onPointerLeave={() => setAt(undefined)}
        aria-hidden
      />
      {at === undefined ? null : (
        <>
          <div className={classes.line} style={{ left: x, height: height - 28 }} />
          <div
            className={classes.said}
            style={isLeft ? { right: `calc(100% - ${x - 10}px)` } : { left: x + 10 }}
            data-week={at}
          >
            <strong>{format.date(at)}</strong>
            {lanes.map((lane) => {
              const value = lane.actual[lane.weeks.indexOf(at)] ?? null
              return value === null ? null : (
                <span key={lane.key}>
                  {lane.name}: {format.number(value, 1)} {lane.unit ?? ""}
                </span>
              )
            })}
          </div>
        </>
      )}
    </>
  )
}

/** The weeks of the lane that has the most; others lack some at the ends. */
const longest = (lanes: readonly Lane[]): readonly PlainDate[] =>
  lanes.reduce<readonly PlainDate[]>((most, { weeks }) => (weeks.length > most.length ? weeks : most), [])
