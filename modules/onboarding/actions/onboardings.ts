import { abilityOf } from "#core/ability"
import { isRefusal, refuse } from "#core/refusal"
import { findPartnership, lockPartnership, partiesNow } from "#modules/partnerships"
import { readStart } from "#modules/tasks"
import { action, nothing, whoeverSeesIt } from "#platform/action"
import type { WorkspaceTx } from "#platform/tx"
import { partnershipTypes } from "#rules/partnerships"
import * as contract from "../contract.ts"
import { onboardingGivenUp, registrationOpened } from "../events.ts"
import { timesToValue } from "../firstValue.ts"
import { mayReadOnboardings, mayRunOnboarding } from "../policy.ts"
import { decideStart, isRunning } from "../rules.ts"
import { begin } from "../starting.ts"
import * as store from "../store.ts"
import { onboardingsWithSteps, onboardingView, onboardingViews } from "../view.ts"

const list = action(contract.listOnboardings, {
  load: nothing,
  may: mayReadOnboardings,
  act: async ({ tx }, _nothing, filter) => {
    const [{ items, next }, counts] = await Promise.all([store.listOnboardings(tx, filter), store.countUnderWay(tx)])
    return { items: await onboardingViews(tx, items), next, counts }
  },
})

const times = action(contract.listTimesToValue, {
  load: nothing,
  may: mayReadOnboardings,
  act: async ({ tx }) => ({ items: await timesToValue(tx, partnershipTypes) }),
})

const listOf = action(contract.listOnboardingsOf, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, actor }, partnership) => {
    const items = await onboardingsWithSteps(tx, await store.onboardingsOf(tx, partnership.id))
    const { companies } = await partiesNow(tx, partnership)
    const underWay = new Set(items.filter(isRunning).map(({ partyId }) => partyId))
    const decided = decideStart(companies.every((company) => underWay.has(company)))
    return { items, abilities: { start: abilityOf(mayRunOnboarding(actor), decided) } }
  },
})

const start = action(contract.startOnboarding, {
  load: async (tx, { partnership: id, planTemplate, party }, { contributed }) => {
    const partnership = await lockPartnership(tx, id)
    const asked = { planTemplate, subjectKind: "partnership", subjectId: id, party }
    const plan = partnership && (await readStart(tx, asked, { contributed }))
    return plan && { partnership, plan }
  },
  may: mayRunOnboarding,
  act: async ({ tx }, { partnership, plan }, { startsOn, name }) => {
    // Whoever is onboarded is named even where the plan has no step of theirs.
    if (isRefusal(plan.company)) return plan.company
    const asked = { partnershipId: partnership.id, partyId: plan.company, startsOn, name }
    const begun = await begin(tx, plan, asked)
    return isRefusal(begun) ? begun : onboardingView(tx, begun)
  },
})

/** The onboarding with how it stands, locked. */
const lock = async (tx: WorkspaceTx, { onboarding: id }: { onboarding: string }) => {
  await store.lockOnboarding(tx, id)
  const row = await store.findOnboarding(tx, id)
  return row && { row, view: await onboardingView(tx, row) }
}

const fresh = async (tx: WorkspaceTx, id: string): Promise<contract.OnboardingView> => {
  const row = await store.findOnboarding(tx, id)
  if (!row) throw new Error(`onboarding ${id} was there a moment ago`)
  return onboardingView(tx, row)
}

const giveUp = action(contract.giveUpOnboarding, {
  load: lock,
  may: mayRunOnboarding,
  act: async ({ tx, now }, { row, view }, { reason }) => {
    if (view.abilities.giveUp !== true) return refuse("onboarding-over")
    await store.saveOnboarding(tx, row.id, { givenUpAt: now, givenUpWhy: reason })
    const payload = { name: row.name, reason }
    await tx.record(onboardingGivenUp, { subjectId: row.id, partnershipId: row.partnershipId, payload })
    return fresh(tx, row.id)
  },
})

const open = action(contract.openRegistration, {
  load: lock,
  may: mayRunOnboarding,
  act: async ({ tx, now }, { row, view }, { reason }) => {
    const { openRegistration } = view.abilities
    if (openRegistration === "onboarding-over" || openRegistration === "nothing-closed") return refuse(openRegistration)
    await store.saveOnboarding(tx, row.id, { openedAt: now, openedWhy: reason })
    const payload = { name: row.name, reason }
    await tx.record(registrationOpened, { subjectId: row.id, partnershipId: row.partnershipId, payload })
    return fresh(tx, row.id)
  },
})

export const onboardingActions = [list, times, listOf, start, giveUp, open]
