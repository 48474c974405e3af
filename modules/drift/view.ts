import type { WorkspaceActor } from "#core/actor"
import type { PlainDate } from "#core/time"
import { weekFromNumber } from "#core/time"
import type { Series } from "#modules/signals"
import { readSeries } from "#modules/signals"
import { findSignal } from "#rules/metrics"
import type { DriftCase, DriftForHost } from "./contract.ts"
import { mayJudgeDrift } from "./policy.ts"
import { lastWeekKnown } from "./rules/assess.ts"
import { fallOf } from "./rules/contributions.ts"
import type { Assessment } from "./rules.ts"
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
    threshold: number
    isSettled: boolean
    series: readonly Series[]
    events: readonly EventNear[]
    cases: readonly CaseRow[]
  }>,
): DriftForHost => {
  const { asOf, finding, threshold, series, events, cases } = question
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
    ...lanesOf(finding, series, asOf),
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

/** Signals in the order in which they let go, those that stand behind them; and where they stand together. */
const lanesOf = (
  finding: Assessment,
  series: readonly Series[],
  asOf: PlainDate,
): Pick<DriftForHost, "index" | "lanes"> => {
  const lastWeek = lastWeekKnown(asOf)
  const lanes = series.map((each): Lane => {
    const { definition, firstWeek, values, expected } = readSeries(each, lastWeek)
    const said = finding.signals.find(({ signal, side }) => signal === each.signal && side === each.side)
    return {
      signal: each.signal,
      side: each.side,
      dimension: definition.dimension,
      kind: definition.kind,
      worse: definition.worse,
      isKnown: findSignal(each.signal) !== undefined,
      changed: said?.changed ?? false,
      probability: said?.probability ?? null,
      direction: said?.direction ?? null,
      onset: said?.onset ?? null,
      before: said?.before ?? null,
      after: said?.after ?? null,
      contribution: null,
      firstWeek: weekFromNumber(firstWeek),
      actual: written(values),
      expected: expected ? written(expected) : null,
    }
  })
  const rank = (lane: Lane) => (lane.changed ? (lane.onset?.date ?? "9998") : "9999")
  lanes.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.signal < b.signal ? -1 : 1))
  const fall = fallOf(lanes)
  return {
    index: fall?.index ?? null,
    lanes: lanes.map((lane, i) => ({ ...lane, contribution: fall?.shares[i] ?? null })),
  }
}

/** Numbers as they travel: six digits, null where nothing was observed. */
export const written = (values: Float64Array): (number | null)[] =>
  Array.from(values, (value) => (Number.isNaN(value) ? null : Number(value.toPrecision(6))))
