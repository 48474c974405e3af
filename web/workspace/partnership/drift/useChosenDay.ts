import { useEffect, useState } from "react"
import { useView } from "#client/search"
import { useToday } from "#client/useToday"
import type { PlainDate } from "#core/time"

/** A day in the address; anything else is today. */
const readAsOf = (raw: Record<string, unknown>): { asOf: string | undefined } => ({
  asOf: typeof raw.asOf === "string" && /^\d{4}-\d{2}-\d{2}$/.test(raw.asOf) ? raw.asOf : undefined,
})

/**
 * The day the panel tells of: the one in the address, and before that the one under the hand, which is `chosen` until the
 * address turns to another. `isOnItsWay`: the address does not have it yet.
 */
export const useChosenDay = () => {
  const [{ asOf }, setView] = useView(readAsOf)
  const today = useToday()
  const [chosen, setChosen] = useState<Readonly<{ day: PlainDate; isHeld: boolean }>>()
  useEffect(() => setChosen((now) => (now?.day === (asOf ?? today) ? now : undefined)), [asOf, today])
  const goTo = (day: PlainDate | undefined) => {
    setChosen(undefined)
    void setView({ asOf: day }, { isStep: true })
  }
  const release = () => {
    if (!chosen?.isHeld) return
    setChosen({ ...chosen, isHeld: false })
    void setView({ asOf: chosen.day === today ? undefined : chosen.day }, { isStep: true })
  }
  const isOnItsWay = chosen !== undefined && (chosen.isHeld || chosen.day !== (asOf ?? today))
  return {
    asOf,
    today,
    chosen: chosen?.day,
    isOnItsWay,
    goTo,
    hold: (day: PlainDate) => setChosen({ day, isHeld: true }),
    release,
  }
}
