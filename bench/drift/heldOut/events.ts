import type { Chance } from "#bench/drift/chance"
import { dayFromNumber, dayNumber, weekFromNumber } from "#core/time"
import type { DatedEvent } from "#rules/drift"
import { causes, tales } from "./causes.ts"
import type { Wish } from "./wish.ts"

const chatter = [
  "price list published",
  "trade fair",
  "newsletter sent",
  "office move",
  "product webinar",
  "invoice corrected",
]

/** What was written down: mostly chatter, now and then a tale that led to nothing, and with chance .6 the tell-tale one. */
export const eventsOf = (
  { fate, cause }: Wish,
  firstWeek: number,
  onset: number | undefined,
  amendedAt: number | undefined,
  chance: Chance,
): DatedEvent[] => {
  const lastDay = dayNumber("2026-09-13")
  const events: DatedEvent[] = []
  const add = (week: number, kind: string, side: "host" | "partner" | "both") => {
    const day = Math.min(lastDay, dayNumber(weekFromNumber(week)) + chance.whole(0, 4))
    events.push({ occurredOn: dayFromNumber(day), kind, side })
  }
  const anyWeek = () =>
    chance.whole(firstWeek, firstWeek + Math.floor((lastDay - dayNumber(weekFromNumber(firstWeek))) / 7))
  for (let i = chance.poisson(2); i > 0; i--)
    add(anyWeek(), chance.pick(chatter), chance.pick(["host", "partner", "both"] as const))
  if (chance.happens(0.3)) {
    const { kind, side } = chance.pick(tales)
    add(anyWeek(), kind, side)
  }
  const tale = fate === "drift" ? causes[cause as string]?.tale : undefined
  if (tale && onset !== undefined && chance.happens(0.6))
    add(onset + chance.whole(-5, 2), chance.pick(tale.kinds), tale.side)
  if (amendedAt !== undefined) add(amendedAt, "agreement amended: growth targets raised", "both")
  return events.sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1))
}
