import { textKey } from "#core/textKey"
import type { SignalKind } from "./rules/oneWeek.ts"

export { type Observation, oneWeek, type SignalKind, weekOfKind, wholeWeeks } from "./rules/oneWeek.ts"

/** What a signal tells about. */
export type Dimension =
  | "promise"
  | "governance"
  | "people"
  | "service"
  | "relation"
  | "pipeline"
  | "commercial"
  | "enablement"
  | "marketing"
  | "engagement"
  | "technical"
  | "trust"

/** Whose act a signal counts. */
export type SignalSide = "host" | "partner" | "both"

/** Everything the engine knows about a signal before it sees a number. */
export type SignalDefinition = Readonly<{
  key: string
  dimension: Dimension
  kind: SignalKind
  side: SignalSide
  worse: "lower" | "higher"
  /** Weeks by which the record trails the act. */
  lagWeeks: number
  /** Observed weeks below which the signal is not scored. */
  minimumWeeks: number
  /** A week without a row is a true zero, because the source sees every act. */
  completeByNature: boolean
}>

/** A share lies between 0 and 1; anything else cannot be one, and is refused rather than cut. */
export const isShareOutOfRange = (key: string, value: number): boolean =>
  findSignal(key)?.kind === "proportion" && !(value >= 0 && value <= 1)

/** A sum of money: a number that is shown in the partnership's currency. */
export const isMoney = (key: string): boolean => key === "revenue" || key === "pipeline_amount"

/** The definition of a known signal, or undefined. */
export const findSignal = (key: string): SignalDefinition | undefined => byKey.get(key)

/**
 * The keys of signals as people write them: "Registrations" and "Partner kept rate" mean the signals of those names; of others what is
 * recorded holds, then the first writing that was met, so that NPS and nps are one.
 */
export const signalKeys = (recorded: readonly string[] = []): ((written: string) => string) => {
  const met = new Map([...recorded, ...catalogue.map(({ key }) => key)].map((key) => [textKey(key), key]))
  const known = new Map<string, string>()
  return (written) => {
    const found = known.get(written)
    if (found !== undefined) return found
    const spelt = textKey(written)
    const key = byKey.has(written) ? written : (met.get(spelt) ?? written)
    if (known.size < mostMet) {
      known.set(written, key)
      met.set(spelt, key)
    }
    return key
  }
}

/** A column of free text is no column of signals, and is not remembered whole. */
const mostMet = 10_000

/**
 * A definition for a signal nobody defined, read off its name and numbers: latency and lateness by name, whole numbers as a
 * count, shares as a proportion, else an amount. Lower is worse unless the name says that more of it is trouble.
 */
export const inferSignal = (key: string, values: Iterable<number>, side: SignalSide): SignalDefinition => {
  const present = Array.from(values).filter((value) => !Number.isNaN(value))
  const kind = inferKind(key, present)
  const worse = troubleByName.test(key) || kind === "latency" ? "higher" : "lower"
  return {
    key,
    dimension: inferDimension(key),
    kind,
    side,
    worse,
    lagWeeks: 0,
    minimumWeeks: 26,
    completeByNature: false,
  }
}

const troubleByName =
  /late|delay|error|fail|incident|vacan|gap|overdue|missed|conflict|complaint|churn|moves|escalation|threaded/i
const latencyByName = /hours|days|latency|_time$|minutes|duration|late|delay/i

const inferKind = (key: string, values: readonly number[]): SignalKind => {
  if (latencyByName.test(key)) return "latency"
  if (values.some((value) => value < 0)) return "level"
  if (values.every(Number.isInteger)) return "count"
  return values.every((value) => value <= 1) ? "proportion" : "amount"
}

const inferDimension = (key: string): Dimension =>
  dimensionByName.find(([pattern]) => pattern.test(key))?.[1] ?? "engagement"
const dimensionByName: readonly (readonly [RegExp, Dimension])[] = [
  [/promise|commitment/i, "promise"],
  [/meeting|attendance|review|steering/i, "governance"],
  [/sponsor|vacan|staff/i, "people"],
  [/answer|payout|ticket|support|service/i, "service"],
  [/contact|reply|call|mail/i, "relation"],
  [/registration|lead|pipeline|deal|opportunit/i, "pipeline"],
  [/revenue|sales|margin|sell/i, "commercial"],
  [/training|certif|course/i, "enablement"],
  [/campaign|fund|marketing/i, "marketing"],
  [/error|tenant|integration|api|usage/i, "technical"],
  [/pulse|perception|trust/i, "trust"],
]

type Row = readonly [
  key: string,
  dimension: Dimension,
  kind: SignalKind,
  side: SignalSide,
  worse: "lower" | "higher",
  lagWeeks: number,
  complete: boolean,
]

const rows: readonly Row[] = [
  ["host_promises_kept", "promise", "proportion", "host", "lower", 0, false],
  ["partner_promises_kept", "promise", "proportion", "partner", "lower", 0, false],
  ["governance_meetings_held", "governance", "count", "both", "lower", 0, true],
  ["attendance_rank_host", "governance", "proportion", "host", "lower", 0, false],
  ["attendance_rank_partner", "governance", "proportion", "partner", "lower", 0, false],
  ["sponsor_vacant_days_host", "people", "level", "host", "higher", 0, true],
  ["sponsor_vacant_days_partner", "people", "level", "partner", "higher", 0, true],
  ["host_answer_hours", "service", "latency", "host", "higher", 0, false],
  ["partner_reply_hours", "relation", "latency", "partner", "higher", 0, false],
  ["host_answers_in_time", "service", "proportion", "host", "lower", 0, false],
  ["payout_days_late", "service", "latency", "host", "higher", 0, false],
  ["claim_answer_hours", "service", "latency", "host", "higher", 0, false],
  ["conflicts_decided_against_partner", "service", "count", "host", "higher", 0, true],
  ["two_way_contacts", "relation", "count", "both", "lower", 0, true],
  ["active_contacts", "relation", "count", "both", "lower", 0, true],
  ["single_threadedness", "relation", "level", "both", "higher", 0, false],
  ["registrations", "pipeline", "count", "partner", "lower", 0, true],
  ["leads_passed_by_host", "pipeline", "count", "host", "lower", 0, true],
  ["leads_passed_by_partner", "pipeline", "count", "partner", "lower", 0, true],
  ["pipeline_amount", "pipeline", "amount", "both", "lower", 0, false],
  ["revenue", "commercial", "amount", "both", "lower", 2, false],
  ["close_date_moves", "pipeline", "count", "both", "higher", 0, true],
  ["training_completions", "enablement", "count", "partner", "lower", 0, true],
  ["certified_people", "enablement", "level", "partner", "lower", 0, true],
  ["campaigns_run", "marketing", "count", "both", "lower", 0, true],
  ["fund_use", "marketing", "proportion", "both", "lower", 4, false],
  ["portal_active_people", "engagement", "count", "partner", "lower", 0, true],
  ["integration_active_tenants", "technical", "level", "partner", "lower", 0, false],
  ["integration_error_rate", "technical", "proportion", "partner", "higher", 0, false],
  ["sell_through", "commercial", "proportion", "partner", "lower", 4, false],
  ["perception_gap", "trust", "level", "both", "higher", 0, false],
  ["pulse_non_response", "trust", "proportion", "both", "higher", 0, false],
]

/** Every signal Keelson defines itself. A workspace may add its own from any metric. */
export const catalogue: readonly SignalDefinition[] = rows.map(
  ([key, dimension, kind, side, worse, lagWeeks, completeByNature]) => ({
    key,
    dimension,
    kind,
    side,
    worse,
    lagWeeks,
    minimumWeeks: 26,
    completeByNature,
  }),
)

const byKey = new Map(catalogue.map((definition) => [definition.key, definition]))
