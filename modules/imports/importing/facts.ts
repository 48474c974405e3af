import type { Money } from "#core/money"
import type { ImportRow } from "../rules.ts"
import { codeOf, isFault, momentOf, type Recorder, type Workshop } from "./recorder.ts"

const directions: Readonly<Record<string, string>> = { inbound: "from_partner", outbound: "from_host" }

/** Something that happened between the two companies. */
export const recordActivities =
  ({ bulk, partnershipOf, newId, touch }: Workshop): Recorder =>
  (row) => {
    const partnership = partnershipOf(row)
    if (partnership === "skipped" || isFault(partnership)) return partnership
    const hours = row["effort_hours"] as number | undefined
    bulk.add("activity", {
      id: newId(),
      partnership_id: partnership.id,
      kind: text(row, "kind"),
      direction: directions[text(row, "direction") ?? ""] ?? "two_way",
      occurred_at: momentOf(text(row, "occurred_on") ?? ""),
      person: text(row, "person"),
      summary: text(row, "summary"),
      effort_minutes: hours === undefined ? undefined : Math.round(hours * 60),
      external_id: text(row, "external_id"),
    })
    touch(partnership.id)
    return "recorded"
  }

/** One value of one signal in one week. */
export const recordMeasurements =
  ({ bulk, partnershipOf, newId, touch }: Workshop): Recorder =>
  (row) => {
    const partnership = partnershipOf(row)
    if (partnership === "skipped" || isFault(partnership)) return partnership
    bulk.add("measurement", {
      id: newId(),
      partnership_id: partnership.id,
      signal: text(row, "signal"),
      side: text(row, "side") ?? "both",
      period_start: text(row, "week"),
      value: row["value"] as number,
      expected: row["expected"] as number | undefined,
      n: row["n"] as number | undefined,
    })
    touch(partnership.id)
    return "recorded"
  }

const closed = new Set(["won", "lost", "expired", "rejected", "withdrawn"])

/** A registered deal. */
export const recordDeals =
  ({ bulk, partnershipOf, newId, touch, today }: Workshop): Recorder =>
  (row) => {
    const partnership = partnershipOf(row)
    if (partnership === "skipped" || isFault(partnership)) return partnership
    const amount = row["amount"] as Money | undefined
    const state = codeOf(text(row, "state") ?? "submitted")
    const closeOn = text(row, "close_on")
    const answeredOn = text(row, "answered_on")
    bulk.add("deal", {
      id: newId(),
      partnership_id: partnership.id,
      name: text(row, "name"),
      customer: text(row, "customer"),
      amount_minor: amount?.amountMinor,
      currency: amount?.currency ?? text(row, "currency"),
      state,
      registered_at: momentOf(text(row, "registered_on") ?? today),
      answered_at: answeredOn === undefined ? undefined : momentOf(answeredOn),
      close_on: closeOn,
      closed_on: closed.has(state) && closeOn !== undefined && closeOn <= today ? closeOn : undefined,
      external_id: text(row, "external_id"),
    })
    touch(partnership.id)
    return "recorded"
  }

const text = (row: ImportRow, field: string): string | undefined => row[field] as string | undefined
