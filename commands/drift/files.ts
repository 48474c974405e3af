import { type FileKind, field } from "#core/importable/field"

const sides = { host: "us, our side, vendor", partner: "them, their side", both: "joint, all" }
const partnership = field("partnership", "Partnership", "text", "partner, partner name, account, company", {
  isRequired: true,
})

/** What a file of signals holds: one value of one signal in one week, or on one of its days. */
export const signalFile: FileKind = {
  kind: "signals",
  fields: [
    partnership,
    field("type", "Type", "text", "partnership type, partner type"),
    field("signal", "Signal", "text", "metric, kpi, measure, indicator", { isRequired: true }),
    field("side", "Side", "choice", "party, whose", { isRequired: true, choices: sides }),
    field("week", "Week", "date", "date, day, week start, week of, week starting, period, period start", {
      isRequired: true,
      orWeek: true,
    }),
    field("value", "Value", "number", "actual, amount, count, result"),
    field("expected", "Expected", "number", "promised, target, plan"),
    field("n", "Number of observations", "number", "n, observations, sample size", { min: 0 }),
  ],
  example: {},
}

/** What a file of events holds: what happened on one day. */
export const eventFile: FileKind = {
  kind: "events",
  fields: [
    partnership,
    field("occurred_on", "Occurred on", "date", "date, day, when", { isRequired: true }),
    field("kind", "Kind", "text", "event, type", { isRequired: true }),
    field("side", "Side", "choice", "party, whose", { choices: sides }),
    field("note", "Note", "text", "notes, comment, description", { maxLength: 4_000 }),
  ],
  example: {},
}
