import type { System } from "#core/actor"
import type { PlainDate } from "#core/time"
import { newId } from "#platform/ids"
import type { Tx } from "#platform/tx"
import { decideCase, decidedByPerson, type MachineReason } from "../cases.ts"
import { caseEnded, caseOpened, caseRecovered, caseUpdated } from "../events.ts"
import type { Assessment } from "../rules.ts"
import { type CaseRow, closedOn, insertCase, refreshCase, saveCase } from "../store.ts"

/** What the ledger, and through it a mail, says about a case: onset, side, causes and signals with the evidence they rest on. */
const caseEvent = (row: CaseRow, finding: Assessment) => ({
  subjectId: row.id,
  partnershipId: row.partnershipId,
  payload: {
    caseId: row.id,
    onset: finding.onset,
    changedSince: finding.changedSince,
    detectedOn: row.detectedOn,
    probability: finding.probability,
    firstSide: finding.firstSide,
    signals: finding.signals.filter(({ changed }) => changed),
    causes: finding.causes.slice(0, 3),
    reason: finding.reason,
  },
})

/** Carries out what a finding means for the case of its partnership; no finding at all means that the partnership ended. */
export const moveCase = async (
  tx: Tx<System>,
  finding: Assessment | undefined,
  cases: readonly CaseRow[],
  asOf: PlainDate,
): Promise<void> => {
  const open = cases.find(({ state }) => state === "open")
  const decided = decidedByPerson(cases)
  const known = (row: CaseRow | undefined) => row && { ...row, closedOn: closedOn(tx, row) }
  const close = async (row: CaseRow, state: "recovered" | "ended", reason: MachineReason, last: Assessment) => {
    const closed = await saveCase(tx, row.id, { state, closeReason: reason, closedAt: tx.now })
    const event = caseEvent(closed, last)
    await (state === "ended" ? tx.record(caseEnded, event) : tx.record(caseRecovered, event))
  }
  if (finding === undefined) {
    if (open) await close(open, "ended", "partnership-ended", open.finding)
    return
  }
  const move = decideCase(finding, known(open), known(decided))
  if (move === "open") await tx.record(caseOpened, caseEvent(await insertCase(tx, newId(), finding, asOf), finding))
  if (open === undefined) return
  if (move === "update" || move === "news") await refreshCase(tx, open.id, finding, asOf)
  if (move === "news") await tx.record(caseUpdated, caseEvent(open, finding))
  if (move === "recover") await close(open, "recovered", "signals-back", finding)
  if (move === "withdraw") await close(open, "ended", "facts-withdrawn", finding)
}
