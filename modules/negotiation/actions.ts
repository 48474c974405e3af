import { abilityOf } from "#core/ability"
import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import { type DraftRow, findDraft, latestVersion, lockDraft, makeVersion, versionNumbered } from "#modules/agreements"
import { action, whoeverSeesIt } from "#platform/action"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { applyChange, changesOf, decideText } from "#rules/agreements"
import * as contract from "./contract.ts"
import * as events from "./events.ts"
import { lyingNow } from "./lying.ts"
import { mayAnswer, mayPropose } from "./policy.ts"
import { about, proposeChanges } from "./proposing.ts"
import { decideAnswer, decideNegotiable, decideRebase, decideSending, decideWithdrawal } from "./rules.ts"
import * as store from "./store.ts"
import { proposalView, proposalViews, textsOf } from "./view.ts"
import { wordFileActions } from "./wordFiles.ts"

const list = action(contract.listProposals, {
  load: (tx, { agreementDraft }) => findDraft(tx, agreementDraft),
  may: whoeverSeesIt,
  act: async ({ tx, actor, platform }, draft) => {
    const [found, lying] = [await store.proposalsOf(tx, draft.id), await lyingNow(tx, platform, draft)]
    return {
      items: await proposalViews(tx, { draft, lying }, found.slice(0, store.mostShown)),
      hasMore: found.length > store.mostShown,
      abilities: { propose: abilityOf(mayPropose(actor), decideNegotiable(lying)) },
    }
  },
})

const propose = action(contract.proposeClauses, {
  load: (tx, { agreementDraft }) => lockDraft(tx, agreementDraft),
  may: mayPropose,
  act: async ({ tx, platform }, draft, { baseNumber, clauses, terms, reason, send }) => {
    const lying = await lyingNow(tx, platform, draft)
    const allowed = decideNegotiable(lying)
    if (isRefusal(allowed)) return allowed
    const once = decideText({ clauses, terms })
    if (isRefusal(once)) return once
    const base = await versionNumbered(tx, draft.id, baseNumber)
    if (!base) return refuse("no-such-version", { field: "baseNumber" })
    const changes = changesOf(base.text, { clauses, terms }).map((change) => ({ change }))
    const rows = await proposeChanges(tx, draft, changes, { baseNumber, reason, send })
    if (isRefusal(rows)) return rows
    return { items: await proposalViews(tx, { draft, lying }, rows) }
  },
})

/** The draft first, as every act on its words: two answers to one proposal come one after the other. */
const lock = async (tx: WorkspaceTx, { clauseProposal }: Readonly<{ clauseProposal: Id }>, platform: ActPlatform) => {
  const seen = await store.findProposal(tx, clauseProposal)
  const draft = seen && (await lockDraft(tx, seen.draftId))
  const proposal = draft && (await store.lockProposal(tx, clauseProposal))
  if (!draft || !proposal) return undefined
  return { draft, proposal, version: proposal.version, lying: await lyingNow(tx, platform, draft) }
}

const send = action(contract.sendProposal, {
  load: lock,
  may: mayPropose,
  act: async ({ tx, actor }, { draft, proposal, lying }) => {
    const allowed = decideSending(proposal, partyOf(actor))
    if (isRefusal(allowed)) return allowed
    const open = decideNegotiable(lying)
    if (isRefusal(open)) return open
    const row = await store.saveProposal(tx, proposal.id, { state: "open", privateTo: null, proposedAt: tx.now })
    await tx.record(events.clauseProposed, about(tx, draft, row))
    return proposalView(tx, { draft, lying }, row)
  },
})

const rebase = action(contract.rebaseProposal, {
  load: lock,
  may: mayPropose,
  act: async ({ tx, actor }, { draft, proposal, lying }, { as }) => {
    const texts = await textsOf(tx, draft, [proposal])
    const allowed = decideRebase(proposal, partyOf(actor), texts.isOutdated(proposal))
    if (isRefusal(allowed)) return allowed
    const open = decideNegotiable(lying)
    if (isRefusal(open)) return open
    const change = texts.rebased(proposal)?.[as] ?? null
    if (change === null) return refuse("no-way-to-rebase", { field: "as" })
    const row = await store.saveProposal(tx, proposal.id, { change, baseNumber: texts.number })
    await tx.record(events.proposalRebased, about(tx, draft, row))
    return proposalView(tx, { draft, lying }, row)
  },
})

const answer = action(contract.answerClauseProposal, {
  load: lock,
  may: mayAnswer,
  act: async ({ tx, actor }, { draft, proposal, lying }, { accepts, words }) => {
    const party = partyOf(actor)
    const isPast = (await textsOf(tx, draft, [proposal])).isOutdated(proposal)
    const allowed = decideAnswer(proposal, { party, accepts, isOutdated: isPast })
    if (isRefusal(allowed)) return allowed
    const open = decideNegotiable(lying)
    if (isRefusal(open)) return open
    const made = accepts ? await accept(tx, draft, proposal) : undefined
    if (isRefusal(made)) return refuse("proposal-outdated")
    const row = await store.saveProposal(tx, proposal.id, {
      ...{ state: accepts ? "accepted" : "rejected", madeNumber: made?.number ?? null },
      ...{ answeredPartyId: party, answeredBy: actor.userId ?? null, answeredAt: tx.now, answer: words ?? null },
    })
    const told = about(tx, draft, row)
    if (made === undefined) await tx.record(events.proposalRejected, told)
    else await tx.record(events.proposalAccepted, { ...told, payload: { ...told.payload, number: made.number } })
    return proposalView(tx, { draft, lying }, row)
  },
})

/** The next version: the words as they lie before both sides, with this change in them. */
const accept = async (tx: WorkspaceTx, draft: DraftRow, { id, change, partyId, proposedBy }: store.ProposalRow) => {
  const latest = await latestVersion(tx, draft.id)
  if (!latest) throw new Error("a proposal is upon a version that is there")
  const text = applyChange(latest.text, change)
  return isRefusal(text) ? text : makeVersion(tx, draft, text, { partyId, proposalId: id, madeBy: proposedBy })
}

const withdraw = action(contract.withdrawClauseProposal, {
  load: lock,
  may: mayPropose,
  act: async ({ tx, actor }, { draft, proposal, lying }) => {
    const party = partyOf(actor)
    const allowed = decideWithdrawal(proposal, party)
    if (isRefusal(allowed)) return allowed
    const row = await store.saveProposal(tx, proposal.id, {
      ...{ state: "withdrawn", answeredPartyId: party, answeredBy: actor.userId ?? null, answeredAt: tx.now },
    })
    await tx.record(events.proposalWithdrawn, about(tx, draft, row))
    return proposalView(tx, { draft, lying }, row)
  },
})

export const actions = [list, propose, send, rebase, answer, withdraw, ...wordFileActions]
