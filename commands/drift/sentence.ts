import { rateOf } from "#core/rate"
import { type Assessment, type Clause, type SignalFinding, summarise } from "#rules/drift"
import { findSignal } from "#rules/metrics"

/** One partnership in plain English, from the structured finding. */
export const sentence = (finding: Assessment): string => {
  const clauses = summarise(finding)
  const moves = clauses.filter((clause) => clause.key === "signal-moved" || clause.key === "signal-short")
  const story = moves.map(move).join(", ")
  const words = clauses.flatMap((clause) => {
    if (clause.key === "signal-moved") return []
    if (clause.key === "signal-short") return clause === moves[0] ? [story] : []
    return [clause.key === "first-side" && story ? `${english(clause)}: ${story}` : english(clause)]
  })
  return words.map((sentence) => `${sentence[0]?.toUpperCase()}${sentence.slice(1)}.`).join(" ")
}

type Move = Extract<Clause, { finding: SignalFinding }>

const move = ({ key, finding }: Move, i: number): string => {
  if (key === "signal-short") return short(finding)
  return i === 0 ? moved(finding) : `then ${moved(finding)}`
}

const english = (clause: Exclude<Clause, Move>): string => {
  switch (clause.key) {
    case "not-scored":
      return `Not scored${clause.reason ? `: ${clause.reason}` : ""}`
    case "steady":
      return "Steady"
    case "market":
      return "Moved with the market, as like partnerships did: not drift"
    case "recovered":
      return clause.outcome === "recovered"
        ? `Recovered ${clause.endedOn}`
        : `Settled at a new level by ${clause.endedOn}`
    case "drifting-since":
      return `Drifting since about ${clause.date} (between ${clause.low} and ${clause.high})${clause.detectedOn ? ` - seen on ${clause.detectedOn}` : ""}`
    case "changed-lately":
      return `Something has changed lately, at the earliest on ${clause.since}: too early to date${clause.detectedOn ? ` - seen on ${clause.detectedOn}` : ""}`
    case "silent-since":
      return `Silent since ${clause.date}`
    case "first-side":
      return firstSide[clause.side]
    case "likely-causes":
      return `Likely cause: ${named(clause.causes)}`
    case "possible-causes":
      return `No cause stands out; possible: ${named(clause.causes)}`
  }
}

const named = (causes: Assessment["causes"]): string =>
  causes
    .map(({ cause, probability }) => `${cause.replaceAll("_", " ")} (${Math.round(probability * 100)} %)`)
    .join(" - ")

const firstSide = {
  host: "Our side let go first",
  partner: "Their side let go first",
  both: "Both sides let go together",
  undetermined: "Who let go first cannot be told",
} as const

const moved = ({ signal, direction, before, after, onset }: SignalFinding): string => {
  const verb = direction === "higher" ? "rose" : "fell"
  const said = findSignal(signal)?.kind === "count" ? rate : amount
  const levels = before === null || after === null ? "" : ` from ${said(before)} to ${said(after)}`
  return `${signal.replaceAll("_", " ")} ${verb}${levels}${onset ? ` (${onset.date})` : ""}`
}

const short = ({ signal, before, after }: SignalFinding): string => {
  const promised = before === null ? "" : ` where ${amount(before)} was promised`
  return `${signal.replaceAll("_", " ")} never went beyond ${amount(after ?? 0)} a week on average${promised}`
}

const amount = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(2)))

/** How often, as a person says it: "one a month", "none". */
const rate = (aWeek: number): string => {
  const found = rateOf(aWeek)
  if (found === undefined) return "none"
  if (found.count === 0) return "less than one a year"
  return `${found.count === 1 ? "one" : amount(found.count)} a ${found.per}`
}
