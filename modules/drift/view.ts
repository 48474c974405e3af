import type { WorkspaceActor } from "#core/actor"
import type { DriftCase, DriftForHost } from "./contract.ts"
import { mayJudgeDrift } from "./policy.ts"
import { type Found, panelOf } from "./rules/panel.ts"
import type { CaseRow } from "./store/cases.ts"

/** A case as the host sees it, with what the caller may still do about it. */
export const caseForHost = (actor: WorkspaceActor, row: CaseRow): DriftCase => {
  const { onsetOn: date, onsetLow: low, onsetHigh: high, finding: _, ...rest } = row
  const judging = row.state === "open" ? mayJudgeDrift(actor) : "case-closed"
  return {
    ...rest,
    onset: { date, low, high },
    abilities: { confirm: mayJudgeDrift(actor), accept: judging, dismiss: judging, end: judging },
  }
}

/** What the drift panel needs, from one finding and what it was made from. */
export const driftForHost = (
  actor: WorkspaceActor,
  question: Found & Readonly<{ isSettled: boolean; cases: readonly CaseRow[] }>,
): DriftForHost => {
  const { finding, isSettled, cases } = question
  const current = cases.find(({ state }) => state === "open")
  const told = panelOf(question)
  return {
    ...told,
    isSettled,
    detectedOn: finding.drifting ? (current?.detectedOn ?? told.detectedOn) : null,
    current: current === undefined ? null : caseForHost(actor, current),
    past: cases.filter(({ state }) => state !== "open").map((row) => caseForHost(actor, row)),
  }
}
