import { expect, test } from "vitest"
import { getHome } from "#contract/home"
import { listNotifications } from "#contract/notifications"
import { deactivateMember, listMembers } from "#contract/people"
import { groupOf } from "#core/attention"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import { startTestKeelson } from "#test/keelson"
import { memberWith, recordPartnership, runJob, runQueued } from "#test/promises"
import { addTask, after, codeOf, tasksOn } from "#test/tasks"
import {
  createTask,
  editTask,
  finishTask,
  getTask,
  giveTask,
  listTaskOwners,
  listTasks,
  reDateTask,
  reopenTask,
  skipTask,
  tasksWaiting,
} from "./contract.ts"

const clock = movableClock("2026-12-01T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const managerMember = await memberWith(keelson, workspace, "partner_manager")
const partnershipOf = (name: string) => recordPartnership(manager, name, managerMember.id)
const { id: partnership, organizationId } = await partnershipOf("Contoso")
const partner = await workspace.asPartner(organizationId)
const stranger = await workspace.asPartner((await partnershipOf("Fabrikam")).organizationId)
const undated = { due: { how: "none" as const }, waitsFor: [] }
const byHand = (dueOn: string) => ({ due: { how: "by_hand", dueOn } }) as const

test("either side adds what it does itself, the host also for the partner; each sees what is shared", async () => {
  const ours = await addTask(manager, partnership, "host", "Send contract", byHand("2026-12-03"))
  const theirs = await addTask(partner, partnership, "partner", "Name a sponsor")
  const forThem = await addTask(manager, partnership, "partner", "Fill in the form")
  expect((await partner.call(getTask, { task: ours.id })).body).toMatchObject({ abilities: { done: "not-your-task" } })
  expect((await manager.call(getTask, { task: theirs.id })).body).toMatchObject({ owedBy: "partner", dueOn: null })
  const about = { subjectKind: "partnership", subjectId: partnership }
  const refused = await partner.call(createTask, { ...about, side: "host", title: "Pay us" })
  expect(codeOf(refused)).toEqual([403, "not-your-task"])
  expect((await partner.call(finishTask, { task: forThem.id, note: "sent" })).body).toMatchObject({
    ...{ state: "done", closedOn: "2026-12-01", note: "sent" },
  })
  for (const caller of [stranger, await (await keelson.workspace("Elsewhere")).as("owner")]) {
    expect((await caller.call(getTask, { task: ours.id })).status).toBe(404)
    expect((await caller.call(createTask, { ...about, side: "partner", title: "x" })).status).toBe(404)
    expect((await caller.call(listTasks, { whose: "all" })).body.items).toEqual([])
  }
})

test("what a party keeps to itself is not there for any other, and nothing shared hangs on it", async () => {
  const { partnership: grid, host, first, second, companies } = await recordConsortium(workspace, "Private")
  const isPrivate = true
  const hosts = await addTask(host, grid, "host", "Ours", { isPrivate })
  const firsts = await addTask(first, grid, "partner", "Theirs", { isPrivate })
  const shared = await addTask(second, grid, "partner", "Everybody's")
  const seen = async (caller: typeof host) => (await tasksOn(caller, grid)).items.map(({ title }) => title)
  expect([await seen(host), await seen(first), await seen(second)]).toEqual([
    ...[["Ours", "Everybody's"], ["Theirs", "Everybody's"], ["Everybody's"]],
  ])
  for (const [caller, task] of [
    [host, firsts],
    [second, firsts],
    [first, hosts],
  ] as const) {
    expect((await caller.call(getTask, { task: task.id })).status).toBe(404)
    expect((await caller.call(skipTask, { task: task.id, reason: "x" })).status).toBe(404)
  }
  const about = { subjectKind: "partnership", subjectId: grid }
  const hidden = { ...about, side: "host" as const, title: "After ours", waitsFor: [hosts.id] }
  expect(codeOf(await host.call(createTask, hidden))).toEqual([422, "kept-private-from-it"])
  expect(codeOf(await first.call(createTask, { ...about, side: "partner", title: "x", waitsFor: [hosts.id] }))).toEqual(
    [...[422, "no-such-task"]],
  )
  const forThem = { ...about, side: "partner" as const, party: companies[0], title: "x", isPrivate }
  expect(codeOf(await host.call(createTask, forThem))).toEqual([422, "private-is-own"])
  expect(
    (await addTask(first, grid, "partner", "Later", { isPrivate, waitsFor: [shared.id, firsts.id] })).isWaiting,
  ).toBe(true)
})

test("an owner is one of the party's people; nobody is told of another company's", async () => {
  const owners = (caller: typeof manager, side: "host" | "partner") =>
    caller.call(listTaskOwners, { partnership, side })
  expect((await owners(manager, "host")).body.items.length).toBe(7)
  expect((await owners(partner, "partner")).body.items).toMatchObject([{ isSelf: true }])
  expect(codeOf(await owners(partner, "host"))).toEqual([403, "not-your-task"])
  const [person] = (await owners(partner, "partner")).body.items
  const about = { subjectKind: "partnership", subjectId: partnership, title: "x" }
  const wrong = await manager.call(createTask, { ...about, side: "host", ownerId: person?.userId ?? "" })
  expect(codeOf(wrong)).toEqual([422, "owner-not-of-party"])
  const given = await addTask(manager, partnership, "partner", "Given", { ownerId: person?.userId ?? "" })
  expect((await partner.call(getTask, { task: given.id })).body.owner).toMatchObject({ isSelf: true, hasLeft: false })
  expect((await partner.call(giveTask, { task: given.id })).body.owner).toBeNull()
})

test("whoever has left holds nothing: the task says so to both sides, and goes to somebody else", async () => {
  const admin = await workspace.as("admin")
  const contributor = await memberWith(keelson, workspace, "contributor")
  const task = await addTask(manager, partnership, "host", "Left behind", { ownerId: contributor.userId })
  const { body } = await admin.call(listMembers, {})
  const version = body.items.find(({ id }) => id === contributor.id)?.version ?? 0
  await admin.call(deactivateMember, { member: contributor.id }, { ifMatch: version })
  for (const caller of [manager, partner])
    expect((await caller.call(getTask, { task: task.id })).body.owner).toMatchObject({ hasLeft: true })
  const kept = {
    task: task.id,
    title: "Still there",
    ownerId: contributor.userId,
    ...undated,
  }
  const edited = await manager.call(editTask, kept, { ifMatch: task.version })
  expect(edited.body).toMatchObject({ title: "Still there", owner: { hasLeft: true } })
  expect(codeOf(await manager.call(giveTask, { task: task.id, ownerId: contributor.userId }))).toEqual([
    422,
    "owner-not-of-party",
  ])
  const given = await manager.call(giveTask, { task: task.id, ownerId: managerMember.userId })
  expect(given.body.owner).toMatchObject({ isSelf: true, hasLeft: false })
})

test("done, opened again and done: what is dated after it moves along, and two presses at once are one", async () => {
  const first = await addTask(manager, partnership, "host", "First", byHand("2026-12-04"))
  const next = await addTask(manager, partnership, "partner", "Next", after(first.id, 2))
  expect(next).toMatchObject({ dueOn: "2026-12-08", isWaiting: true })
  const presses = await Promise.all([1, 2].map(() => manager.call(finishTask, { task: first.id })))
  expect(presses.map(({ status }) => status).sort()).toEqual([200, 409])
  const dayOf = async () => (await manager.call(getTask, { task: next.id })).body.dueOn
  expect(await dayOf()).toBe("2026-12-03")
  await manager.call(reopenTask, { task: first.id })
  expect(await dayOf()).toBe("2026-12-08")
  await manager.call(finishTask, { task: first.id, doneOn: "2026-11-30" })
  expect(await dayOf()).toBe("2026-12-02")
  await partner.call(finishTask, { task: next.id })
  expect(codeOf(await manager.call(reopenTask, { task: first.id }))).toEqual([409, "others-went-on"])
  expect((await manager.call(getTask, { task: first.id })).body.abilities.reopen).toBe("others-went-on")
  const tomorrow = await addTask(manager, partnership, "host", "Tomorrow")
  expect(codeOf(await manager.call(finishTask, { task: tomorrow.id, doneOn: "2026-12-02" }))).toEqual([
    422,
    "done-in-future",
  ])
})

test("a day given by hand is counted and no plan's any more; an edit that was overtaken is told so", async () => {
  const first = await addTask(manager, partnership, "host", "Anchor", byHand("2026-12-10"))
  const task = await addTask(manager, partnership, "host", "Dated", after(first.id, 1))
  const moved = await manager.call(reDateTask, { task: task.id, dueOn: "2026-12-24" })
  expect(moved.body).toMatchObject({
    dueOn: "2026-12-24",
    reDated: 1,
    dated: { how: "by_hand", after: null },
    isWaiting: true,
  })
  await manager.call(reDateTask, { task: first.id, dueOn: "2026-12-20" })
  expect((await manager.call(getTask, { task: task.id })).body.dueOn).toBe("2026-12-24")
  const edit = { task: task.id, title: "Dated", ...undated }
  expect((await manager.call(editTask, edit, { ifMatch: task.version })).status).toBe(412)
  const edited = await manager.call(editTask, edit, { ifMatch: moved.body.version })
  expect(edited.body).toMatchObject({ dueOn: null, isWaiting: false, reDated: 1 })
  const due = { how: "after_start", offset: { count: 1, unit: "days" } } as const
  const start = { ...edit, due }
  expect(codeOf(await manager.call(editTask, start, { ifMatch: edited.body.version }))).toEqual([422, "no-start"])
})

test("two who make a circle at once: one is refused", async () => {
  const [one, two] = [
    await addTask(manager, partnership, "host", "One"),
    await addTask(manager, partnership, "host", "Two"),
  ]
  const waitFor = (task: typeof one, other: typeof one) =>
    manager.call(
      editTask,
      { task: task.id, title: task.title, due: { how: "none" }, waitsFor: [other.id] },
      { ifMatch: task.version },
    )
  const answers = await Promise.all([waitFor(one, two), waitFor(two, one)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
})

test("the register's pages follow each other without gap or repeat, under every filter", async () => {
  for (const filter of [
    { whose: "all" },
    { whose: "party", state: "all" },
    { whose: "all", sort: "-sortOn" },
  ] as const) {
    const whole = await manager.call(listTasks, { ...filter, limit: 200 })
    expect(whole.body.items.length).toBeGreaterThan(5)
    const pages: string[] = []
    for (let next: string | undefined, more = true; more; ) {
      const { body } = await manager.call(listTasks, { ...filter, limit: 3, ...(next ? { after: next } : {}) })
      pages.push(...body.items.map(({ id }) => id))
      more = body.next !== null
      next = body.next ?? undefined
    }
    expect(pages).toEqual(whole.body.items.map(({ id }) => id))
  }
})

test("news: given, free to be done, due soon and overdue by the workspace's day, each told once", async () => {
  const owner = await workspace.as("owner")
  const ownerId = (await memberWith(keelson, workspace, "owner")).userId
  const mine = { ownerId }
  const first = await addTask(manager, partnership, "host", "Before it", {
    ...byHand("2026-12-09"),
    ownerId: managerMember.userId,
  })
  await addTask(manager, partnership, "host", "Waiting", { ...byHand("2026-12-07"), ...mine, waitsFor: [first.id] })
  await addTask(manager, partnership, "host", "Near", { ...byHand("2026-12-05"), ...mine })
  await addTask(manager, partnership, "host", "Nobody's", byHand("2026-12-05"))
  const turnAt = async (moment: string) => {
    moveTo(moment)
    for (const _ of [1, 2]) await runJob("tasks.turn-day", keelson)
    await runQueued("notifications.tell", keelson)
  }
  const told = async (caller: typeof owner, kind: string) =>
    (await caller.call(listNotifications, {})).body.items
      .filter((item) => item.kind === kind)
      .map(({ payload }) => payload.title)
  await runQueued("notifications.tell", keelson)
  expect((await told(owner, "task_given")).sort()).toEqual(["Near", "Waiting"])
  expect(await told(manager, "task_given")).toEqual([])
  // Berlin is an hour ahead: its 3rd, two days before the 5th, begins at 23:00 UTC on the 2nd.
  await turnAt("2026-12-02T22:30:00.000Z")
  expect(await told(owner, "task_due_soon")).toEqual([])
  await turnAt("2026-12-02T23:30:00.000Z")
  expect(await told(owner, "task_due_soon")).toEqual(["Near"])
  await turnAt("2026-12-05T22:30:00.000Z")
  expect(await told(owner, "task_overdue")).toEqual([])
  await turnAt("2026-12-08T12:00:00.000Z")
  expect([await told(owner, "task_overdue"), (await told(manager, "task_overdue")).includes("Nobody's")]).toEqual([
    ["Near"],
    true,
  ])
  await manager.call(finishTask, { task: first.id })
  await runQueued("notifications.tell", keelson)
  expect(await told(owner, "task_freed")).toEqual(["Waiting"])
  const home = await owner.call(getHome, { whose: "mine" })
  const group = groupOf(home.body.groups, tasksWaiting)
  expect(group.items.map(({ title }) => title)).toEqual(["Near", "Waiting"])
  expect([group.counts.overdue.count, group.counts.soon.count]).toEqual([2, 0])
})
