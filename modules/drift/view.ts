import { abilityOf } from "#core/ability"
import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import { mayRecordMeasurement } from "#modules/measurements"
import type { CompanyNames } from "#modules/partnerships"
import type { ToldTwice } from "#modules/signals"
import { decideClosing } from "./cases.ts"
import type { DriftCase, DriftForHost } from "./contract.ts"
import { mayJudgeDrift } from "./policy.ts"
import { type Found, panelOf } from "./rules/panel.ts"
import { type CaseRow, whenOfCase } from "./store/cases.ts"

/** A case as the host sees it, with what the caller may still do about it. */
export const caseForHost = (actor: WorkspaceActor, row: CaseRow, nameOf: CompanyNames): DriftCase => {
  const { onsetOn: _on, onsetLow: _low, onsetHigh: _high, finding: _, ...rest } = row
  const judging = abilityOf(mayJudgeDrift(actor), decideClosing(row))
  return {
    ...rest,
    firstPartyName: nameOf(row.partnershipId, row.firstPartyId),
    ...whenOfCase(row),
    abilities: { confirm: mayJudgeDrift(actor), accept: judging, dismiss: judging, end: judging },
  }
}

type Companies = readonly Readonly<{ id: Id; name: string }>[]

/** What the drift panel needs, from one finding and what it was made from. */
export const driftForHost = (
  actor: WorkspaceActor,
  question: Found &
    Readonly<{ cases: readonly CaseRow[]; companies: Companies }> &
    Pick<DriftForHost, "currency" | "records"> &
    Readonly<{ twice: readonly ToldTwice[] }>,
): DriftForHost => {
  const { finding, cases, companies, currency, records, twice } = question
  const nameOf: CompanyNames = (_, partyId) => companies.find(({ id }) => id === partyId)?.name ?? null
  const current = cases.find(({ state }) => state === "open")
  const detectedOn = current?.detectedOn ?? finding.detectedOn
  return {
    ...panelOf({ ...question, finding: { ...finding, detectedOn } }),
    companies: [...companies],
    currency,
    records,
    twice: [...twice],
    current: current === undefined ? null : caseForHost(actor, current, nameOf),
    past: cases.filter(({ state }) => state !== "open").map((row) => caseForHost(actor, row, nameOf)),
    abilities: { chooseSource: mayRecordMeasurement(actor) },
  }
}
