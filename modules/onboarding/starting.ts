import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { startOn } from "#modules/tasks"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { onboardingStarted } from "./events.ts"
import { decideStart } from "./rules.ts"
import * as store from "./store.ts"
import { isUnderWay } from "./view.ts"

type Start = Parameters<typeof startOn>[1]
type Asked = Readonly<{ partnershipId: Id; partyId: Id; startsOn: PlainDate; name?: string | undefined }>

/** Begins onboarding a company, by a plan that was read. Ask with the partnership locked: two who begin at once begin one. */
export const begin = async (tx: WorkspaceTx, start: Start, { partnershipId, partyId, startsOn, name }: Asked) => {
  const free = decideStart(await isUnderWay(tx, await store.onboardingsOf(tx, partnershipId), partyId))
  if (free !== true) return free
  const started = await startOn(tx, start, { startsOn, name })
  if (isRefusal(started)) return started
  const { plan, tasks } = started
  const days = tasks.flatMap(({ dueOn }) => dueOn ?? [])
  const plannedEnd = days.sort().at(-1) ?? null
  const { id } = await store.insertOnboarding(tx, {
    ...{ id: newId(), partnershipId, partyId, planId: plan.id, name: plan.name, startedOn: startsOn, plannedEnd },
    startedBy: tx.actor.userId ?? null,
  })
  const payload = { name: plan.name, startsOn, plannedEnd }
  await tx.record(onboardingStarted, { subjectId: id, partnershipId, payload })
  const row = await store.findOnboarding(tx, id)
  if (!row) throw new Error(`onboarding ${id} was just begun`)
  return row
}
