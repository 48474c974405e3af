import { useEffect } from "react"
import { useView } from "#client/search"
import type { LaneFocus } from "#marks/DriftLanes"

/** The lane that the address names: `?lane=registrations:partner`. */
const readLane = (raw: Record<string, unknown>): { lane: string | undefined } => ({
  lane: typeof raw.lane === "string" && raw.lane !== "" ? raw.lane : undefined,
})

/** Brings a lane or an event into view and lights it, as if it were pointed at; nothing where it is not drawn. */
export const show = ({ kind, key }: LaneFocus): void => {
  const label = document.getElementById(`${kind}-${key}`)
  label?.scrollIntoView({ block: "center" })
  label?.focus({ preventScroll: true })
}

/** The lane in the address, shown once it is drawn. */
export const useLane = (isDrawn: (key: string) => boolean): LaneFocus | undefined => {
  const [{ lane }] = useView(readLane)
  const isThere = lane !== undefined && isDrawn(lane)
  useEffect(() => {
    if (isThere) show({ kind: "lane", key: lane })
  }, [isThere, lane])
  return lane === undefined ? undefined : { kind: "lane", key: lane }
}
