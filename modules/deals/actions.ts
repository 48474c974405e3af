import type { WorkspaceActor } from "#core/actor"
import { partyOf } from "#core/actor"
import { isRefusal, refuse } from "#core/refusal"
import { type CompanyNames, companyNames, findPartnership, partyMeant } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { dealCloseDateMoved, dealMoved, dealRegistered, dealRetracted } from "./events.ts"
import { mayMoveDeal, mayRecordDeal, mayRetractDeal } from "./policy.ts"
import { dealMoves, decideMove, isAnswer, isClosed } from "./rules.ts"
import * as store from "./store.ts"

const dealFor = (
  actor: WorkspaceActor,
  { amountMinor, currency, ...row }: store.DealRow,
  nameOf: CompanyNames,
): contract.Deal => {
  const verdicts = dealMoves[row.state].map((state) => ({ state, may: mayMoveDeal(actor, row, { state }) }))
  const moves = verdicts.filter(({ may }) => may === true).map(({ state }) => state)
  return {
    ...row,
    partyName: nameOf(row.partnershipId, row.partyId),
    amount: amountMinor === null || currency === null ? null : { amountMinor, currency },
    abilities: { move: moves.length > 0 || verdicts[0]?.may || "role-may-not", retract: mayRetractDeal(actor), moves },
  }
}

const dealAfter = async (tx: WorkspaceTx, row: store.DealRow): Promise<contract.Deal> =>
  dealFor(tx.actor, row, await companyNames(tx, [row.partnershipId]))

const about = ({ id, partnershipId }: store.DealRow) => ({ subjectId: id, partnershipId })

const record = action(contract.recordDeal, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayRecordDeal,
  act: async (
    { tx, actor },
    partnership,
    { amount, registeredBy = "partner", party, registeredAt = tx.now, ...details },
  ) => {
    if (registeredAt > tx.now) return refuse("in-the-future", { field: "registeredAt" })
    const partyId =
      actor.kind === "partner-user" ? partyOf(actor) : await partyMeant(tx, partnership, registeredBy, party)
    if (isRefusal(partyId)) return partyId
    const row = await store.deals.insert(tx, {
      id: newId(),
      partnershipId: partnership.id,
      name: details.name,
      customer: details.customer,
      closeOn: details.closeOn,
      ...amount,
      state: "submitted",
      partyId,
      registeredAt,
    })
    await tx.record(dealRegistered, { ...about(row), payload: { name: row.name } })
    return dealAfter(tx, row)
  },
})

const list = action(contract.listDeals, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, actor }, { id }, filter) => {
    const [{ items, next }, nameOf] = await Promise.all([store.listDeals(tx, filter), companyNames(tx, [id])])
    return { items: items.map((row) => dealFor(actor, row, nameOf)), next }
  },
})

const move = action(contract.moveDeal, {
  load: (tx, { deal }) => store.deals.lock(tx, deal),
  may: (actor, deal, input) => mayMoveDeal(actor, deal, input),
  act: async ({ tx }, before, { state, closeOn, closedOn }) => {
    const allowed = state === before.state ? true : decideMove(before.state, state)
    if (isRefusal(allowed)) return allowed
    const row = await store.deals.save(tx, before.id, {
      state,
      answeredAt: before.answeredAt ?? (isAnswer(state) ? tx.now : null),
      closeOn: closeOn ?? before.closeOn,
      closedOn: isClosed(state) ? (closedOn ?? tx.today) : null,
    })
    if (state !== before.state)
      await tx.record(dealMoved, { ...about(row), payload: { name: row.name, from: before.state, to: state } })
    if (row.closeOn !== before.closeOn)
      await tx.record(dealCloseDateMoved, {
        ...about(row),
        payload: { name: row.name, from: before.closeOn, to: row.closeOn },
      })
    return dealAfter(tx, row)
  },
})

const retract = action(contract.retractDeal, {
  load: (tx, { deal }) => store.deals.lock(tx, deal),
  may: mayRetractDeal,
  act: async ({ tx }, before, { reason }) => {
    if (before.retractedAt !== null) return refuse("already-retracted")
    const row = await store.deals.save(tx, before.id, { retractedAt: tx.now })
    await tx.record(dealRetracted, { ...about(row), payload: { name: row.name, reason } })
    return dealAfter(tx, row)
  },
})

export const actions = [record, list, move, retract]
