import { expect, test } from "vitest"
import { createPartnership } from "#contract/partnerships"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import { startTestKeelson } from "#test/keelson"
import { memberWith } from "#test/promises"
import { codeOf, tasksOn } from "#test/tasks"
import {
  archivePlanTemplate,
  createPlanTemplate,
  editPlanTemplate,
  editTask,
  finishTask,
  getPlanTemplate,
  listPlanTemplates,
  movePlan,
  previewMove,
  previewPlan,
  reDateTask,
  skipTask,
  startPlan,
} from "./contract.ts"

const clock = movableClock("2026-12-18T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const managerId = (await memberWith(keelson, workspace, "partner_manager")).userId

/** A partner of whose people one is technical, and who works by the calendar of the United States. */
const record = async (name: string) => {
  const ownerId = (await memberWith(keelson, workspace, "partner_manager")).id
  const { body } = await manager.call(createPartnership, {
    type: "reseller",
    newOrganization: { name, country: "US", evenIfSimilar: true },
    ownerId,
  })
  return {
    id: body.id,
    organizationId: body.organizationId,
    partner: await workspace.asPartner(body.organizationId, "technical"),
  }
}

const days = (count: number) => ({ count, unit: "workdays" as const })
const steps = [
  { key: "kick-off", title: "Kick-off", side: "host" as const, offset: days(3) },
  {
    key: "training",
    title: "Training",
    side: "partner" as const,
    role: "technical" as const,
    offset: days(5),
    after: "kick-off",
  },
  { key: "access", title: "Access", side: "host" as const, offset: days(2), after: "training" },
  { key: "content", title: "Content", side: "partner" as const, offset: days(4), isOptional: true },
  { key: "launch", title: "Launch", side: "host" as const, offset: days(1), after: "content" },
  { key: "credit", title: "Credit check", side: "host" as const, offset: days(1), isPrivate: true },
]
const template = (await manager.call(createPlanTemplate, { name: "Onboarding", steps })).body

const start = async (partnership: string, startsOn = "2026-12-18") => {
  const asked = { planTemplate: template.id, subjectKind: "partnership", subjectId: partnership, startsOn }
  const preview = await manager.call(previewPlan, asked)
  const plan = await manager.call(startPlan, asked)
  return { preview: preview.body, plan: plan.body }
}
const daysOf = async (partnership: string) =>
  Object.fromEntries((await tasksOn(manager, partnership)).items.map(({ title, dueOn }) => [title, dueOn]))

test("a plan is made as it was previewed: days by each side's calendar, owners by role, the private step for the host alone", async () => {
  const { id, partner } = await record("Cascade")
  const { preview, plan } = await start(id)
  expect(plan.tasks).toBe(6)
  expect(await daysOf(id)).toMatchObject({ "Kick-off": "2026-12-23", Training: "2026-12-31", Access: "2027-01-05" })
  const board = await tasksOn(manager, id)
  expect(preview.items.map(({ title, dueOn, ownerName }) => ({ title, dueOn, ownerName }))).toEqual(
    board.items.map(({ title, dueOn, owner }) => ({ title, dueOn, ownerName: owner?.name ?? null })),
  )
  expect(board.byTitle.get("Kick-off")).toMatchObject({
    owner: { userId: managerId, isSelf: true, hasLeft: false },
    dated: { how: "after_start", count: 3, unit: "workdays", startsOn: "2026-12-18", country: "DE" },
  })
  expect(board.byTitle.get("Training")).toMatchObject({
    owner: { name: "technical of a partner" },
    dated: { how: "after_task", after: { title: "Kick-off", state: "open" }, country: "US" },
    isWaiting: true,
    abilities: { done: "waits-for" },
  })
  expect(board.plans).toMatchObject([{ name: "Onboarding", edition: 1, done: 0, tasks: 6 }])
  const theirs = await tasksOn(partner, id)
  expect(theirs.items.map(({ title }) => title)).toEqual(["Kick-off", "Training", "Access", "Content", "Launch"])
  expect(theirs.plans).toMatchObject([{ tasks: 5 }])
})

test("done two workdays late: those after it move, neither is late, and whose delay it was stands with it", async () => {
  const { id, partner } = await record("Delayed")
  await start(id)
  const idOf = async (title: string) => (await tasksOn(manager, id)).byTitle.get(title)?.id ?? ""
  moveTo("2026-12-28T15:00:00.000Z")
  expect((await tasksOn(manager, id)).byTitle.get("Kick-off")).toMatchObject({ isOverdue: true, workdaysLate: 2 })
  expect((await tasksOn(manager, id)).byTitle.get("Training")).toMatchObject({ isOverdue: false, workdaysLate: 0 })
  const early = await partner.call(finishTask, { task: await idOf("Training") })
  expect([...codeOf(early), (early.body as unknown as { detail: { names: string[] } }).detail.names]).toEqual([
    409,
    "waits-for",
    ["Kick-off"],
  ])

  await manager.call(finishTask, { task: await idOf("Kick-off"), link: "https://example.com/minutes" })
  expect(await daysOf(id)).toMatchObject({ "Kick-off": "2026-12-23", Training: "2027-01-05", Access: "2027-01-07" })
  moveTo("2027-01-05T17:00:00.000Z")
  expect((await partner.call(finishTask, { task: await idOf("Training") })).status).toBe(200)
  const { byTitle } = await tasksOn(manager, id)
  expect(["Kick-off", "Training", "Access"].map((title) => byTitle.get(title)?.workdaysLate)).toEqual([2, 0, 0])
  expect(byTitle.get("Access")).toMatchObject({
    isWaiting: false,
    dated: { after: { title: "Training", state: "done", closedOn: "2027-01-05" } },
  })
  moveTo("2026-12-18T09:00:00.000Z")
})

test("what is skipped holds nobody up and counts as settled; a circle is refused by its names", async () => {
  const { id, partner } = await record("Skipping")
  await start(id)
  const { byTitle } = await tasksOn(manager, id)
  const [content, launch, kickOff] = ["Content", "Launch", "Kick-off"].map((title) => byTitle.get(title))
  if (!content || !launch || !kickOff) throw new Error("the plan has these tasks")
  const circle = await manager.call(
    editTask,
    { task: content.id, title: content.title, due: { how: "none" }, waitsFor: [launch.id] },
    { ifMatch: content.version },
  )
  expect(circle.body).toMatchObject({ code: "goes-in-circles", detail: { names: "Content → Launch → Content" } })
  expect(codeOf(await manager.call(finishTask, { task: launch.id }))).toEqual([409, "waits-for"])
  expect(codeOf(await partner.call(skipTask, { task: content.id, reason: "has its own" }))).toEqual([200, undefined])
  expect((await tasksOn(manager, id)).plans).toMatchObject([{ done: 1, tasks: 6 }])
  expect((await manager.call(finishTask, { task: launch.id })).body).toMatchObject({ state: "done" })
  const training = byTitle.get("Training")?.id ?? ""
  expect(codeOf(await partner.call(skipTask, { task: training, reason: "no time" }))).toEqual([
    403,
    "needed-by-the-plan",
  ])
})

test("a plan that starts later moves what is open; what is done and what was dated by hand stays", async () => {
  const { id } = await record("Moved")
  const { plan } = await start(id)
  const { byTitle } = await tasksOn(manager, id)
  await manager.call(finishTask, { task: byTitle.get("Kick-off")?.id ?? "", doneOn: "2026-12-18" })
  await manager.call(reDateTask, { task: byTitle.get("Content")?.id ?? "", dueOn: "2027-02-10" })
  const before = await daysOf(id)
  const { body } = await manager.call(previewMove, { plan: plan.id, startsOn: "2027-02-26" })
  expect(body).toEqual({
    items: [expect.objectContaining({ title: "Credit check", from: "2026-12-21", to: "2027-03-01" })],
    stays: 5,
    // What follows something done, what was dated by hand, and what follows that: whoever moves the start is told that it passes them.
    early: [
      expect.objectContaining({ title: "Training", dueOn: "2026-12-28" }),
      expect.objectContaining({ title: "Access", dueOn: "2026-12-30" }),
      expect.objectContaining({ title: "Content", dueOn: "2027-02-10" }),
      expect.objectContaining({ title: "Launch", dueOn: "2027-02-11" }),
    ],
  })
  const nearer = await manager.call(previewMove, { plan: plan.id, startsOn: "2027-02-11" })
  expect(nearer.body.early.map(({ title }) => title)).toEqual(["Training", "Access", "Content"])
  expect(await daysOf(id)).toEqual(before)
  await manager.call(movePlan, { plan: plan.id, startsOn: "2027-02-26" })
  expect(await daysOf(id)).toEqual({ ...before, "Credit check": "2027-03-01" })
  expect(before).toMatchObject({ Content: "2027-02-10", Launch: "2027-02-11", "Kick-off": "2026-12-23" })
})

test("a plan that runs keeps its edition; the next one starts with the new", async () => {
  const own = (await manager.call(createPlanTemplate, { name: "Exit", steps: [steps[0] as (typeof steps)[0]] })).body
  const { id } = await record("Editions")
  const asked = { planTemplate: own.id, subjectKind: "partnership", subjectId: id, startsOn: "2026-12-18" }
  await manager.call(startPlan, asked)
  const edit = {
    planTemplate: own.id,
    name: "Exit",
    steps: [{ ...(steps[0] as (typeof steps)[0]), title: "Farewell" }],
  }
  expect((await manager.call(editPlanTemplate, edit, { ifMatch: own.version + 7 })).status).toBe(412)
  expect((await manager.call(editPlanTemplate, edit, { ifMatch: own.version })).body).toMatchObject({ edition: 2 })
  await manager.call(startPlan, asked)
  const board = await tasksOn(manager, id)
  expect(board.items.map(({ title }) => title)).toEqual(["Kick-off", "Farewell"])
  expect(board.plans.map(({ edition }) => edition)).toEqual([1, 2])
  const old = await manager.call(getPlanTemplate, { planTemplate: own.id, edition: 1 })
  expect(old.body.steps.map(({ title }) => title)).toEqual(["Kick-off"])
  expect(codeOf(await manager.call(getPlanTemplate, { planTemplate: own.id, edition: 3 }))).toEqual([
    422,
    "no-such-edition",
  ])

  await manager.call(archivePlanTemplate, { planTemplate: own.id, isArchived: true })
  expect(codeOf(await manager.call(startPlan, asked))).toEqual([409, "archived-template"])
  const listed = async (archived: "true" | "false") =>
    (await manager.call(listPlanTemplates, { archived })).body.items.map(({ name, steps: count }) => [name, count])
  expect([await listed("false"), await listed("true")]).toEqual([[["Onboarding", 6]], [["Exit", 1]]])
})

test("a plan nobody could carry out is refused, and so is one for a company that is not named", async () => {
  const [first] = steps
  const wrong = [{ ...(first as (typeof steps)[0]), after: "nowhere" }]
  expect(codeOf(await manager.call(createPlanTemplate, { name: "Wrong", steps: wrong }))).toEqual([422, "no-such-step"])
  const { partnership, companies, second } = await recordConsortium(workspace)
  const asked = {
    planTemplate: template.id,
    subjectKind: "partnership",
    subjectId: partnership,
    startsOn: "2026-12-18",
  }
  expect(codeOf(await manager.call(startPlan, asked))).toEqual([422, "company-needed"])
  await manager.call(startPlan, { ...asked, party: companies[0] })
  // The second company sees what the first has to do, and does none of it.
  const training = (await tasksOn(second, partnership)).byTitle.get("Training")
  expect(training).toMatchObject({
    partyName: "Grid One",
    dated: { country: null },
    abilities: { edit: "not-your-task" },
  })
  expect(codeOf(await second.call(finishTask, { task: training?.id ?? "" }))).toEqual([403, "not-your-task"])
})
