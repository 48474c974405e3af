import type { WorkspaceActor } from "#core/actor"
import type { PlainDate } from "#core/time"
import { weekFromNumber } from "#core/time"
import type { Series } from "#modules/signals"
import { readSeries } from "#modules/signals"
import { findSignal } from "#rules/metrics"
import type { DriftCase, DriftForHost } from "./contract.ts"
import { mayJudgeDrift } from "./policy.ts"
import { lastWeekKnown } from "./rules/assess.ts"
import { type Assessment, threshold } from "./rules.ts"
import type { CaseRow } from "./store/cases.ts"
import type { EventNear } from "./store/subjects.ts"

/** A case as the host sees it, with what the caller may still do about it. */
export const caseForHost = (actor: WorkspaceActor, row: CaseRow): DriftCase => {
  const { onsetOn: date, onsetLow: low, onsetHigh: high, finding: _, ...rest } = row
  const judging = row.state === "open" ? mayJudgeDrift(actor) : "already-closed"
  return {
    ...rest,
    onset: { date, low, high },
    abilities: { confirm: mayJudgeDrift(actor), accept: judging, dismiss: judging, end: judging },
  }
}

/** What the drift panel needs, from one finding and what it was made from. */
export const driftForHost = (
  actor: WorkspaceActor,
  question: Readonly<{
    asOf: PlainDate
    finding: Assessment
    isSettled: boolean
    series: readonly Series[]
    events: readonly EventNear[]
    cases: readonly CaseRow[]
  }>,
): DriftForHost => {
  const { asOf, finding, series, events, cases } = question
  const { partnership, signals: _, detectedOn, ...rest } = finding
  const current = cases.find(({ state }) => state === "open")
  return {
    ...rest,
    partnershipId: partnership,
    asOf,
    threshold,
    isSettled: question.isSettled,
    detectedOn: finding.drifting ? (current?.detectedOn ?? detectedOn) : null,
    causes: finding.causes.map((cause) => ({ ...cause, evidence: [...cause.evidence] })),
    episodes: [...finding.episodes],
    lanes: lanesOf(finding, series, asOf),
    events: events.map(({ id, source, kind, side, occurredOn, note }) => ({
      id,
      source,
      kind,
      side: side ?? "both",
      occurredOn,
      note,
    })),
    current: current === undefined ? null : caseForHost(actor, current),
    past: cases.filter(({ state }) => state !== "open").map((row) => caseForHost(actor, row)),
  }
}

type Lane = DriftForHost["lanes"][number]

/** Signals in the order in which they let go; those that stand come after. */
const lanesOf = (finding: Assessment, series: readonly Series[], asOf: PlainDate): Lane[] => {
  const lastWeek = lastWeekKnown(asOf)
  const falls = fallsOf(finding)
  const lanes = series.map((each): Lane => {
    const { definition, firstWeek, values, expected } = readSeries(each, lastWeek)
    const said = finding.signals.find(({ signal, side }) => signal === each.signal && side === each.side)
    return {
      signal: each.signal,
      side: each.side,
      kind: definition.kind,
      worse: definition.worse,
      isKnown: findSignal(each.signal) !== undefined,
      changed: said?.changed ?? false,
      probability: said?.probability ?? null,
      direction: said?.direction ?? null,
      onset: said?.onset ?? null,
      before: said?.before ?? null,
      after: said?.after ?? null,
      contribution: said?.changed ? (falls.get(`${each.signal}\n${each.side}`) ?? null) : null,
      firstWeek: weekFromNumber(firstWeek),
      actual: written(values),
      expected: expected ? written(expected) : null,
    }
  })
  const rank = (lane: Lane) => (lane.changed ? (lane.onset?.date ?? "9998") : "9999")
  return lanes.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.signal < b.signal ? -1 : 1))
}

const written = (values: Float64Array): (number | null)[] =>
  Array.from(values, (value) => (Number.isNaN(value) ? null : Number(value.toPrecision(6))))

/**
 * Each changed signal's share of the whole fall: its relative loss times the certainty that it belongs. The index is additive, so these
 * terms are its exact Shapley values.
 */
const fallsOf = ({ signals }: Assessment): ReadonlyMap<string, number> => {
  const falls = signals.map(({ changed, before, after, probability }) => {
    if (!changed || before === null || after === null) return 0
    return (probability * Math.abs(after - before)) / Math.max(Math.abs(before), Math.abs(after), 1e-9)
  })
  const total = falls.reduce((sum, fall) => sum + fall, 0)
  return new Map(
    signals.map(({ signal, side }, i) => [`${signal}\n${side}`, total > 0 ? (falls[i] as number) / total : 0]),
  )
}
