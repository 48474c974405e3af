import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import { addDays, type PlainDate, startOfDayIn } from "#core/time"
import { listTemplates, tellPlan, writeTemplate } from "#modules/tasks"
import type { DemoChapter, DemoPartnership } from "#platform/demo"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import { onboardingStarted } from "./events.ts"
import { readyPlan } from "./ready.ts"
import * as store from "./store.ts"

type Story = Readonly<{
  /** The first day. */
  startsOn(of: DemoPartnership): PlainDate
  /** The step that is held, by whoever does it. */
  holds?: string
  lateBy: number
}>

/** One on its way, one that got stuck at the partner, one that waits for us, and two that were finished long ago. */
const stories: Readonly<Record<string, Story>> = {
  Switchyard: { startsOn: ({ startedOn }) => addDays(startedOn, 3), lateBy: 0 },
  Rasterworks: { startsOn: ({ startedOn }) => addDays(startedOn, 5), holds: "integration-plan", lateBy: 1 },
  "Brightwater IT": { startsOn: ({ today }) => addDays(today, -18), holds: "access", lateBy: 1 },
  "Halden Systemhaus": { startsOn: ({ startedOn }) => startedOn, lateBy: 2 },
  Cloudharbor: { startsOn: ({ startedOn }) => startedOn, lateBy: 0 },
}

/** The plan of a type as the workspace named it: the ready one is taken over, resellers have one of their own. */
const planFor = async (tx: WorkspaceTx, type: PartnershipType, { say }: DemoPartnership) => {
  const templates = await listTemplates(tx, false)
  const named = await store.namedFor(tx, type)
  if (named) return templates.find(({ id }) => id === named.templateId)
  const own = type === "reseller" ? templates.find(({ name }) => name === "Onboarding of a reseller") : undefined
  const plan = own ?? (await writeTemplate(tx, readyPlan(type, say)))
  if (isRefusal(plan)) return undefined
  const startsItself = type === "integration" || type === "isv"
  await store.insertNamed(tx, { id: newId(), partnershipType: type, templateId: plan.id, startsItself })
  return plan
}

const record = (
  tx: WorkspaceTx,
  of: DemoPartnership,
  plan: { id: Id; name: string },
  days: { startsOn: PlainDate; plannedEnd: PlainDate | null },
) =>
  store.insertOnboarding(tx, {
    ...{ id: newId(), partnershipId: of.id, partyId: of.organizationId, planId: plan.id, name: plan.name },
    ...{ startedOn: days.startsOn, plannedEnd: days.plannedEnd, startedBy: of.owner.userId },
  })

const onboarded: DemoChapter = async (tx, of) => {
  const story = stories[of.name]
  const template = story && (await planFor(tx, of.type as PartnershipType, of))
  if (!template) return
  const startsOn = story.startsOn(of)
  const told = await tellPlan(tx, of, template, { startsOn, lateBy: () => story.lateBy, holds: story.holds })
  if (!told) return
  const { id } = await record(tx, of, told.plan, { startsOn, plannedEnd: told.plannedEnd })
  await tx.record(onboardingStarted, {
    ...{ subjectId: id, partnershipId: of.id, occurredAt: startOfDayIn(tx.actor.timeZone, startsOn) },
    payload: { name: told.plan.name, startsOn, plannedEnd: told.plannedEnd },
  })
}

export const demo = [onboarded]
