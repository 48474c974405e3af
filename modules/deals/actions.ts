import { partyOf } from "#core/actor"
import { isRefusal } from "#core/refusal"
import { decideRetraction } from "#core/retraction"
import { clockViews } from "#modules/clocks"
import { type CompanyNames, companyNames, findPartnership, partyMeant } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import { decideOpened } from "#platform/gate"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { abilitiesOf } from "./abilities.ts"
import { answerPromise, moveAnswerClock, startAnswer, voidAnswer } from "./answer.ts"
import * as contract from "./contract.ts"
import { dealCloseDateMoved, dealMoved, dealRegistered, dealRetracted } from "./events.ts"
import { mayMoveDeal, mayRecordDeal, mayRetractDeal } from "./policy.ts"
import { decideMove, decideRegistration } from "./rules.ts"
import * as store from "./store.ts"

const dealFor = (
  { actor, now }: WorkspaceTx,
  { amountMinor, currency, registeredTo, importId, askedAt: _, resumedAt: __, ...row }: store.DealRow,
  nameOf: CompanyNames,
  clock: contract.Deal["clock"],
): contract.Deal => ({
  ...row,
  // From before it was kept how exactly a file said it: nobody knows.
  registeredTo: registeredTo ?? (importId === null ? "instant" : "unknown"),
  // What it is sorted by is then the day of the import.
  registeredAt: registeredTo === "unknown" ? null : row.registeredAt,
  clock,
  partyName: nameOf(row.partnershipId, row.partyId),
  amount: amountMinor === null || currency === null ? null : { amountMinor, currency },
  abilities: abilitiesOf(actor, row, now),
})

const dealAfter = async (tx: WorkspaceTx, row: store.DealRow): Promise<contract.Deal> =>
  (await dealsFor(tx, [row], [row.partnershipId]))[0] as contract.Deal

const dealsFor = async (tx: WorkspaceTx, rows: readonly store.DealRow[], partnerships: readonly string[]) => {
  const ids = rows.map(({ id }) => id)
  const [nameOf, clocks] = await Promise.all([
    companyNames(tx, partnerships),
    clockViews(tx, "deal", ids, answerPromise),
  ])
  return rows.map((row) => dealFor(tx, row, nameOf, clocks.get(row.id) ?? null))
}

const about = ({ id, partnershipId }: store.DealRow) => ({ subjectId: id, partnershipId })

const record = action(contract.recordDeal, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayRecordDeal,
  act: async (
    { tx, actor, platform },
    partnership,
    { amount, registeredBy = "partner", party, registeredAt, ...details },
  ) => {
    const registration = decideRegistration(registeredAt, tx.now)
    if (isRefusal(registration)) return registration
    const partyId =
      actor.kind === "partner-user" ? partyOf(actor) : await partyMeant(tx, partnership, registeredBy, party)
    if (isRefusal(partyId)) return partyId
    // What the host writes down of a partner is not held up by what the partner has still to do.
    const whose = { partnershipId: partnership.id, partyId }
    const opened = actor.kind !== "partner-user" || (await decideOpened(tx, platform, "deal_registration", whose))
    if (isRefusal(opened)) return opened
    const row = await store.deals.insert(tx, {
      id: newId(),
      partnershipId: partnership.id,
      name: details.name,
      customer: details.customer,
      closeOn: details.closeOn,
      ...amount,
      partyId,
      ...registration,
    })
    await tx.record(dealRegistered, { ...about(row), payload: { name: row.name } })
    await startAnswer(tx, row)
    return dealAfter(tx, row)
  },
})

const list = action(contract.listDeals, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx }, { id }, filter) => {
    const { items, next } = await store.listDeals(tx, filter)
    return { items: await dealsFor(tx, items, [id]), next }
  },
})

const move = action(contract.moveDeal, {
  load: (tx, { deal }) => store.deals.lock(tx, deal),
  may: (actor, deal, input) => mayMoveDeal(actor, deal, input),
  act: async ({ tx }, before, asked) => {
    const moved = decideMove(before, asked, tx)
    if (isRefusal(moved)) return moved
    const row = await store.deals.save(tx, before.id, moved)
    await moveAnswerClock(tx, before, row)
    if (row.state !== before.state)
      await tx.record(dealMoved, { ...about(row), payload: { name: row.name, from: before.state, to: row.state } })
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
    const retracted = decideRetraction(before, tx.now)
    if (isRefusal(retracted)) return retracted
    const row = await store.deals.save(tx, before.id, retracted)
    await voidAnswer(tx, row)
    await tx.record(dealRetracted, { ...about(row), payload: { name: row.name, reason } })
    return dealAfter(tx, row)
  },
})

export const actions = [record, list, move, retract]
