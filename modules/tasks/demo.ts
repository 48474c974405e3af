import { isRefusal } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import type { DemoChapter, DemoPartnership } from "#platform/demo"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { reckon } from "./board.ts"
import { demoPlans } from "./demoPlans.ts"
import { countryOf } from "./people.ts"
import { tasksToMake } from "./starting.ts"
import * as store from "./store.ts"

/** The plans are the workspace's: the first partnership that is told brings them. */
const templatesOf = async (tx: WorkspaceTx) => {
  const known = await store.listTemplates(tx, false)
  if (known.length > 0) return known
  for (const { steps, ...template } of demoPlans) {
    const made = await store.insertTemplate(tx, { id: newId(), ...template })
    await store.insertEdition(tx, { id: newId(), templateId: made.id, number: 1, steps, madeBy: null })
  }
  return store.listTemplates(tx, false)
}

type Course = Readonly<{
  startsOn: PlainDate
  /** How many days after its day a step was done. */
  lateBy(): number
  /** The step that nobody has done yet, whatever its day. */
  holds?: string | undefined
}>

/** A plan that began on a day and went like this: what was due is done, but for what waits for a step that is held. */
export const tellPlan = async (
  tx: WorkspaceTx,
  of: DemoPartnership,
  template: store.TemplateRow,
  { startsOn, lateBy, holds }: Course,
) => {
  const edition = await store.findEdition(tx, template.id, template.edition)
  if (!edition) return undefined
  const subject = { id: of.id, name: of.name, partnershipId: of.id, privateTo: null }
  const start = { template, steps: edition.steps, kind: "partnership", subject, company: of.organizationId }
  const tasks = await tasksToMake(tx, start, startsOn)
  if (isRefusal(tasks)) return undefined
  const about = { partnershipId: of.id, subjectKind: "partnership", subjectId: of.id }
  const plan = await store.insertPlan(tx, {
    ...{ ...about, id: newId(), privateTo: null, templateId: template.id, edition: template.edition },
    ...{ name: template.name, startsOn, startedBy: of.owner.userId },
  })
  const open = new Set<string>()
  const made = tasks.map((task, at) => {
    const late = lateBy()
    const closedOn = task.dueOn === null ? of.today : addDays(task.dueOn, late)
    const isHeld = edition.steps[at]?.key === holds
    const isDone = !isHeld && closedOn < of.today && !(task.waitsFor ?? []).some((id) => open.has(id))
    if (!isDone) open.add(task.id)
    return {
      ...{ ...about, ...task, planId: plan.id, position: at + 1 },
      ...(isDone ? { state: "done" as const, closedOn, closedAt: tx.now } : {}),
      ...(isDone && task.needsEvidence ? { note: "Seen and filed" } : {}),
    }
  })
  await store.insertTasks(tx, made)
  const rows = await store.tasksOf(tx, { kind: "partnership", id: of.id })
  const days = await reckon(tx, rows)
  for (const { id, dueOn } of rows) {
    const day = days.get(id) ?? null
    if (day !== dueOn) await store.saveTask(tx, id, { dueOn: day })
  }
  return {
    plan,
    plannedEnd:
      tasks
        .flatMap(({ dueOn }) => dueOn ?? [])
        .sort()
        .at(-1) ?? null,
  }
}

/** A plan that began some weeks ago: what was due is done, most of it in time. */
const runningPlan = async (tx: WorkspaceTx, of: DemoPartnership, name: string, startsOn: PlainDate): Promise<void> => {
  const template = (await templatesOf(tx)).find((each) => each.name === name)
  if (template) await tellPlan(tx, of, template, { startsOn, lateBy: () => (of.random.uniform() < 0.3 ? 2 : 0) })
}

/** Small things somebody has to see to in the next days, ours and theirs. */
const loose = [
  { title: "Send the price list for next year", side: "host", days: 3 },
  { title: "Name a technical contact", side: "partner", days: 6 },
  { title: "Prepare figures for the quarterly review", side: "host", days: 9 },
  { title: "Confirm the booth at the spring fair", side: "partner", days: 12 },
  { title: "Answer the question about margins", side: "host", days: -2 },
] as const

const looseTasks = async (tx: WorkspaceTx, of: DemoPartnership): Promise<void> => {
  const chosen = loose.filter(() => of.random.uniform() < 0.25)
  const made = await Promise.all(
    chosen.map(async ({ title, side, days }, at) => {
      const partyId = side === "host" ? tx.actor.workspaceId : of.organizationId
      return {
        ...{ id: newId(), partnershipId: of.id, subjectKind: "partnership", subjectId: of.id, position: 100 + at },
        ...{ title, partyId, dating: "by_hand" as const, dueOn: addDays(of.today, days) },
        ...(side === "host" ? { ownerId: of.owner.userId, ownerName: of.owner.name } : {}),
        country: await countryOf(tx, partyId),
      }
    }),
  )
  await store.insertTasks(tx, made)
}

const tasks: DemoChapter = async (tx, of) => {
  await templatesOf(tx)
  if (of.type === "consortium") return
  const chance = of.random.uniform()
  if (chance < 0.12) await runningPlan(tx, of, "Joint launch", addDays(of.today, -10))
  await looseTasks(tx, of)
}

export const demo = [tasks]
