import { type Choices, field } from "#core/importable/field"
import { numberOf, textOf } from "#core/importable/row"
import { sharedHeaders } from "#core/importable/sharedFields"
import { weekOf } from "#core/time"
import { openPartners, partnerField, sideChoices } from "#modules/partnerships"
import { type Importable, type ImportKind, importTable, isRowError } from "#platform/importable"
import { isMoney, signalKeys } from "#rules/metrics"
import { openQuantities, shareRemarks } from "./importable/quantities.ts"
import { openSameDays, sameDayRemarks } from "./importable/sameDays.ts"
import { measuredSignals } from "./store.ts"

const signalSides: Choices = { ...sideChoices, both: "joint, all, beide, gemeinsam, les deux, ambos, conjunto" }

const measurementTable = importTable({
  name: "measurement",
  columns: {
    id: "uuid",
    partnership_id: "uuid",
    signal: "text",
    party_id: "uuid",
    period_start: "date",
    period_days: "integer",
    value: "numeric",
    expected: "numeric",
    n: "numeric",
  },
  now: ["recorded_at"],
  hasSource: true,
  about: "partnership_id",
  again: {
    called: "signal",
    corrects: [
      { field: "value", columns: ["value"] },
      { field: "expected", columns: ["expected"], mayBeEmpty: true },
      { field: "n", columns: ["n"], mayBeEmpty: true },
    ],
    sameBy: ["partnership_id", "period_start", "signal", "party_id", "period_days"],
    together: ["partnership_id", "period_start", "signal", "party_id"],
    isReplaced: true,
  },
  undo: "retract",
})

/** One value of one signal in one week. */
const measurements: ImportKind = {
  kind: "measurements",
  fields: [
    { ...partnerField, headers: [...partnerField.headers, "partnership", "partnerschaft", "partenariat", "alianza"] },
    field("signal", "Signal or metric", "text", sharedHeaders.signal, { isRequired: true, maxLength: 100 }),
    field("side", "Side", "choice", sharedHeaders.side, {
      choices: signalSides,
      orName: true,
      otherwise: "both",
    }),
    field("week", "Week", "week", sharedHeaders.week, { isRequired: true }),
    field("value", "Value", "quantity", sharedHeaders.value, { isRequired: true }),
    field("expected", "Expected", "quantity", sharedHeaders.expected),
    field("n", "Number of observations", "integer", sharedHeaders.observations, { min: 0 }),
  ],
  example: {
    partner: "Contoso GmbH",
    signal: "registrations",
    side: "partner",
    week: "2026-03-23",
    value: "6",
    expected: "5",
    n: "6",
  },
  open: async ({ tx, add, covers, newId, shared, remarks }) => {
    const { partnershipOf, partyMeant } = await shared(openPartners)
    const read = openQuantities(remarks)
    const besides = openSameDays(remarks)
    const toKey = signalKeys(await measuredSignals(tx))
    return (row) => {
      const partnership = partnershipOf(row)
      if (partnership === "skipped" || isRowError(partnership)) return partnership
      const side = textOf(row, "side") ?? "both"
      const partyId = side === "both" ? null : partyMeant(row, partnership, side, "side")
      if (isRowError(partyId)) return partyId
      const day = textOf(row, "week") ?? ""
      const written = textOf(row, "signal") ?? ""
      const signal = toKey(written)
      if (signal !== written) remarks.tell("signal-written", { field: "signal", text: written, becomes: signal })
      const value = read(row, "value", signal)
      const expected = read(row, "expected", signal)
      if (isRowError(value)) return value
      if (isRowError(expected)) return expected
      if (value !== undefined && isMoney(signal))
        remarks.tell("money-of-partner", {
          ...{ field: "value", value: signal, text: `${partnership.name}: ${value}` },
          becomes: `${value} ${partnership.currency}`,
        })
      const beside = besides(`${partnership.id} ${partyId} ${day} ${signal}`, { signal, day, value })
      if (beside !== "taken") return beside
      covers({
        ...{ partnershipId: partnership.id, partner: textOf(row, "partner") ?? "", on: day },
        ...{ field: "week", signals: [signal] },
      })
      add(measurementTable, {
        id: newId(),
        partnership_id: partnership.id,
        signal,
        party_id: partyId,
        period_start: day,
        // A Monday is its week's; any other day stands for itself, and several of a week become one where they are read.
        period_days: weekOf(day) === day ? 7 : 1,
        value,
        expected,
        n: numberOf(row, "n"),
      })
      return "recorded"
    }
  },
}

export const importable: Partial<Importable> = {
  kinds: [measurements],
  tables: [measurementTable],
  reasons: {
    "share-out-of-range": "A share lies between 0 and 1, or 0 and 100 %.",
    "same-day-twice": "Another row of this file has {{signal}} for this partner and day.",
  },
  remarks: {
    ...shareRemarks,
    ...sameDayRemarks,
    "money-of-partner": {
      tells:
        "{{value}} is a sum of money. It is kept as a number, and shown in the partnership's currency. Rows: {{count}}.",
    },
    "signal-written": {
      tells: "{{field}} is written in other letters than the signal that is meant. Rows: {{count}}.",
    },
  },
  holds: [
    { table: "partnership", from: "measurement", by: "partnership_id", where: "r.retracted_at is null" },
    { table: "partnership", from: "signal_source", by: "partnership_id", goesWith: true },
  ],
}
