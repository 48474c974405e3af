import type { Id } from "#core/ids"
import { weekNumber } from "#core/time"
import type { CauseFinding, DatedEvent, EventEvidence } from "./finding.ts"
import type { WeekDistribution } from "./join.ts"
import { isOnNotice } from "./onNotice.ts"

/** Something one side is on record to have done, with when and by which party. */
type Act = WeekDistribution & Readonly<{ partyId: Id | null; told: EventEvidence }>
export type Acts = Readonly<{ host: readonly Act[]; partner: readonly Act[] }>

/** Probability from which a cause's events are taken for the acts that began it, and a side is named. */
export const believed = 0.5

/** What one side is on record to have done where the likeliest cause rests on it; what was announced and agreed is no letting go. */
export const actsOnRecord = (cause: CauseFinding | undefined, events: readonly DatedEvent[]): Acts => {
  const restsOn = (cause?.probability ?? 0) > believed ? (cause?.evidence ?? []) : []
  const noteOf = (kind: string, occurredOn: string) =>
    events.find((one) => one.kind === kind && one.occurredOn === occurredOn && one.note !== undefined)?.note ?? ""
  const of = (side: string) =>
    restsOn.flatMap((one) =>
      "event" in one && one.side === side && !isOnNotice({ kind: one.event, note: noteOf(one.event, one.occurredOn) })
        ? [{ firstWeek: weekNumber(one.occurredOn), weights: Float64Array.of(1), partyId: one.partyId, told: one }]
        : [],
    )
  return { host: of("host"), partner: of("partner") }
}
