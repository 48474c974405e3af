import { partyOf } from "#core/actor"
import type { InputOf } from "#core/endpoint"
import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import { dateIn } from "#core/time"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract/proposals.ts"
import * as events from "./events.ts"
import { mayPropose, maySettle } from "./policy.ts"
import type { Asked } from "./rules.ts"
import {
  decideAgreed,
  decideAnswerable,
  decideConfirmedLater,
  decideProposal,
  decideRecorded,
  decideWithdrawable,
} from "./rules.ts"
import { giveEvidence, saveAndRecord, type Way } from "./settle.ts"
import * as store from "./store.ts"
import { askAboutProposals } from "./tasks.ts"
import { occurrenceView } from "./view.ts"
import { canBeAsked } from "./whoConfirms.ts"

const lock = (tx: WorkspaceTx, { occurrence }: { occurrence: Id }) => store.lockOccurrence(tx, occurrence)

const payloadOf = ({ title, owedBy, dueOn, commitmentId }: store.OccurrenceRow, asked: Asked, reason?: string) => ({
  ...{ title, owedBy, dueOn, commitmentId, kind: asked.kind },
  ...(asked.dueOn === null ? {} : { newDueOn: asked.dueOn }),
  ...(reason ? { reason } : {}),
})

const newProposal = (tx: WorkspaceTx, row: store.OccurrenceRow, asked: Asked, reason: string, batchId: Id) => ({
  ...{ id: newId(), batchId, occurrenceId: row.id, partnershipId: row.partnershipId, partyId: partyOf(tx.actor) },
  ...{ ...asked, wasDueOn: row.dueOn, reason, proposedBy: tx.actor.userId ?? null },
})

/** Asks the other party; what is asked in one batch goes out in one mail. */
export const proposeChange = async (
  tx: WorkspaceTx,
  row: store.OccurrenceRow,
  { asked, reason, batchId }: Readonly<{ asked: Asked; reason: string; batchId: Id }>,
) => {
  const decision = decideProposal(row, asked, tx.today)
  if (isRefusal(decision)) return decision
  await store.insertProposals(tx, [newProposal(tx, row, asked, reason, batchId)])
  const about = { subjectId: row.id, partnershipId: row.partnershipId }
  await tx.record(events.proposed, { ...about, payload: payloadOf(row, asked, reason) })
  return true
}

/** The mail to whoever answers, once for all that was asked in one act. */
export const askThem = (tx: WorkspaceTx, batchId: Id) =>
  tx.enqueue(askAboutProposals, { workspaceId: tx.actor.workspaceId, batchId }, { key: `proposals ${batchId}` })

type Agreed = NonNullable<InputOf<typeof contract.proposeForPromise>["agreed"]>

/** Only where nobody can be asked: it holds, and stays counted as missed until the other party has confirmed it. */
const recordAgreed = async (
  tx: WorkspaceTx,
  row: store.OccurrenceRow,
  { asked, reason, agreed }: Readonly<{ asked: Asked; reason: string; agreed: Agreed }>,
) => {
  if (await canBeAsked(tx, row)) return refuse("they-can-be-asked")
  if (agreed.on > tx.today) return refuse("not-agreed-yet", { field: "on", today: tx.today })
  const decision = decideRecorded(row, asked, tx.today)
  if (isRefusal(decision)) return decision
  const evidence = await giveEvidence(tx, row, [agreed.evidence])
  if (isRefusal(evidence)) return evidence
  const made = { ...newProposal(tx, row, asked, reason, newId()), state: "recorded", agreedWith: agreed.with } as const
  await store.insertProposals(tx, [{ ...made, agreedOn: agreed.on }])
  const act = { event: events.recordedAlone, act: "answered", evidence } as const
  return saveAndRecord(tx, row, { ...decision, note: reason }, act)
}

const propose = action(contract.proposeForPromise, {
  load: lock,
  may: (actor, row) => mayPropose(actor, row),
  act: async ({ tx }, row, { kind, dueOn = null, reason, agreed }) => {
    if ((kind === "re_date") !== (dueOn !== null)) return refuse("day-expected", { field: "dueOn" })
    const asked = store.askedOf({ kind, dueOn })
    if (agreed) return recordAgreed(tx, row, { asked, reason, agreed })
    if (!(await canBeAsked(tx, row))) return refuse("nobody-to-ask")
    const batchId = newId()
    const done = await proposeChange(tx, row, { asked, reason, batchId })
    if (isRefusal(done)) return done
    await askThem(tx, batchId)
    return occurrenceView(tx, (await store.findOccurrence(tx, row.id)) ?? row)
  },
})

type Answer = Way & Readonly<{ agrees: boolean; note?: string | undefined }>

/** The other party's word on what was proposed. */
export const answerChange = async (tx: WorkspaceTx, row: store.OccurrenceRow, { agrees, note, source }: Answer) => {
  const open = decideAnswerable(row)
  if (open !== true) return open
  const proposal = row.asked === null ? undefined : await store.lockProposal(tx, row.asked.id)
  if (proposal === undefined) return refuse("no-proposal")
  const asked = store.askedOf(proposal)
  const decision = agrees ? agreedNow(tx, row, proposal) : undefined
  if (isRefusal(decision)) return decision
  await store.saveProposal(tx, proposal.id, {
    state: agrees ? "confirmed" : "refused",
    ...{ answeredPartyId: partyOf(tx.actor), answeredBy: tx.actor.userId ?? null, answeredAt: tx.now },
    answer: note ?? null,
  })
  if (decision !== undefined) {
    const event = asked.kind === "waive" ? events.waived : events.reAgreed
    return saveAndRecord(tx, row, decision, { event, act: "answered", proposal: proposal.id, source })
  }
  const about = { subjectId: row.id, partnershipId: row.partnershipId, ...(source ? { source } : {}) }
  await tx.record(events.proposalRefused, { ...about, payload: payloadOf(row, asked, note) })
  return occurrenceView(tx, (await store.findOccurrence(tx, row.id)) ?? row)
}

/** What was asked holds from now on; what its own party recorded alone holds already, and is now shared. */
const agreedNow = (tx: WorkspaceTx, row: store.OccurrenceRow, proposal: store.ProposalRow) => {
  const asked = store.askedOf(proposal)
  if (proposal.state === "recorded") {
    const proposedOn = dateIn(tx.actor.timeZone, proposal.proposedAt)
    return { ...decideConfirmedLater(row, asked, { wasDueOn: proposal.wasDueOn, proposedOn }), note: proposal.reason }
  }
  const decided = decideAgreed(row, asked, tx.today)
  return isRefusal(decided) ? decided : { ...decided, note: proposal.reason }
}

const answer = action(contract.answerProposal, {
  load: lock,
  may: (actor, row) => maySettle(actor, row),
  act: ({ tx }, row, given) => answerChange(tx, row, given),
})

/** What nobody has answered yet is asked no more. */
export const withdrawChange = async (tx: WorkspaceTx, row: store.OccurrenceRow) => {
  const open = decideWithdrawable(row)
  if (open !== true) return open
  const proposal = row.asked === null ? undefined : await store.lockProposal(tx, row.asked.id)
  if (proposal === undefined) return refuse("no-proposal")
  await store.saveProposal(tx, proposal.id, { state: "withdrawn", answeredAt: tx.now })
  const about = { subjectId: row.id, partnershipId: row.partnershipId }
  await tx.record(events.proposalWithdrawn, { ...about, payload: payloadOf(row, store.askedOf(proposal)) })
  return true
}

const withdraw = action(contract.withdrawProposal, {
  load: lock,
  may: (actor, row) => mayPropose(actor, row),
  act: async ({ tx }, row) => {
    const done = await withdrawChange(tx, row)
    return isRefusal(done) ? done : occurrenceView(tx, (await store.findOccurrence(tx, row.id)) ?? row)
  },
})

export const proposalActions = [propose, answer, withdraw]
