import type { WorkspaceActor } from "#core/actor"
import { isRefusal, refuse } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import * as contract from "./contract.ts"
import { dealCloseDateMoved, dealMoved, dealRegistered, dealRetracted } from "./events.ts"
import { mayMoveDeal, mayRecordDeal, mayRetractDeal } from "./policy.ts"
import { dealMoves, decideMove, isAnswer, isClosed } from "./rules.ts"
import * as store from "./store.ts"

const dealFor = (actor: WorkspaceActor, { amountMinor, currency, ...row }: store.DealRow): contract.Deal => {
  const moves = dealMoves[row.state].filter((state) => mayMoveDeal(actor, { state }) === true)
  return {
    ...row,
    amount: amountMinor === null || currency === null ? null : { amountMinor, currency },
    abilities: { move: moves.length > 0 || "role-may-not", retract: mayRetractDeal(actor), moves },
  }
}

const about = ({ id, partnershipId }: store.DealRow) => ({ subjectId: id, partnershipId })

const record = action(contract.recordDeal, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayRecordDeal,
  act: async ({ tx, actor }, partnership, { amount, registeredBy = "partner", registeredAt = tx.now, ...details }) => {
    if (registeredAt > tx.now) return refuse("in-the-future", { field: "registeredAt" })
    const row = await store.insertDeal(tx, {
      id: newId(),
      partnershipId: partnership.id,
      name: details.name,
      customer: details.customer,
      closeOn: details.closeOn,
      ...amount,
      state: "submitted",
      registeredBy: actor.side === "partner" ? "partner" : registeredBy,
      registeredAt,
    })
    await tx.record(dealRegistered, { ...about(row), payload: { name: row.name } })
    return dealFor(actor, row)
  },
})

const list = action(contract.listDeals, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, actor }, _partnership, filter) => {
    const { items, next } = await store.listDeals(tx, filter)
    return { items: items.map((row) => dealFor(actor, row)), next }
  },
})

const move = action(contract.moveDeal, {
  load: (tx, { deal }) => store.lockDeal(tx, deal),
  may: (actor, _deal, input) => mayMoveDeal(actor, input),
  act: async ({ tx, actor }, before, { state, closeOn, closedOn }) => {
    const allowed = state === before.state ? true : decideMove(before.state, state)
    if (isRefusal(allowed)) return allowed
    const row = await store.saveDeal(tx, before.id, {
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
    return dealFor(actor, row)
  },
})

const retract = action(contract.retractDeal, {
  load: (tx, { deal }) => store.lockDeal(tx, deal),
  may: mayRetractDeal,
  act: async ({ tx, actor }, before, { reason }) => {
    if (before.retractedAt !== null) return refuse("already-retracted")
    const row = await store.saveDeal(tx, before.id, { retractedAt: tx.now })
    await tx.record(dealRetracted, { ...about(row), payload: { name: row.name, reason } })
    return dealFor(actor, row)
  },
})

export const actions = [record, list, move, retract]
