import { afterAll, expect, test } from "vitest"
import { listNotifications, setNotificationPreference } from "#contract/notifications"
import { removeParty } from "#contract/partnerships"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import type { Caller, TestWorkspace } from "#test/keelson"
import { startTestKeelson } from "#test/keelson"
import { memberWith, runJob, runQueued } from "#test/promises"
import { plain, startSmtp } from "#test/smtp"
import { addTask } from "#test/tasks"
import { finishTask, giveTask, listTaskOwners } from "./contract.ts"

const clock = movableClock("2027-02-01T09:00:00.000Z")
const smtp = await startSmtp()
afterAll(() => smtp.stop())
const environment = { SMTP_URL: smtp.url, PUBLIC_URL: "https://keelson.example.com" }
const keelson = await startTestKeelson({ clock, environment })

const ledgerOf = ({ system }: TestWorkspace, partnership: string, kind: string) =>
  keelson.platform.transact(system, ({ db }) =>
    db
      .selectFrom("event")
      .select(["privateTo", "actorKind", "actorId"])
      .where("workspaceId", "=", system.workspaceId)
      .where("partnershipId", "=", partnership)
      .where("kind", "=", kind)
      .execute(),
  )

/** A consortium; the first company has an administrator and a seller. */
const open = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const grid = await recordConsortium(workspace, name)
  const seller = await workspace.asPartner(grid.companies[0], "seller")
  const owners = (await grid.first.call(listTaskOwners, { partnership: grid.partnership, side: "partner" })).body.items
  const idOf = (isSelf: boolean) => owners.find((each) => each.isSelf === isSelf)?.userId ?? ""
  return { workspace, ...grid, seller, adminId: idOf(true), sellerId: idOf(false) }
}
const told = async (caller: Caller) =>
  (await caller.call(listNotifications, {})).body.items.map(({ kind, payload }) => `${kind} ${payload.title}`).sort()
const turnAt = async (moment: string) => {
  clock.moveTo(moment)
  for (const _ of [1, 2]) await runJob("tasks.turn-day", keelson)
  await runQueued("notifications.tell", keelson)
}
const mail = async () => {
  await runJob("notifications.digest", keelson)
  await runQueued("notifications.mail-person", keelson)
}
const emailOf = async ({ system }: TestWorkspace, userId: string): Promise<string> =>
  (
    await keelson.platform.transact(system, ({ db }) =>
      db.selectFrom("partnerUser").select("email").where("userId", "=", userId).executeTakeFirstOrThrow(),
    )
  ).email
const mailsTo = (email: string) => smtp.mails().flatMap(({ to, raw }) => (to.includes(email) ? [plain(raw)] : []))
const leave = ({ system }: TestWorkspace, userId: string) =>
  keelson.platform.transact(system, ({ db, now }) =>
    db
      .updateTable("partnerUser")
      .set({ deactivatedAt: now })
      .where("workspaceId", "=", system.workspaceId)
      .where("userId", "=", userId)
      .execute(),
  )
const due = (dueOn: string, more: object = {}) => ({ due: { how: "by_hand" as const, dueOn }, ...more })
const isPrivate = true

test("what a party keeps to itself is brought to mind among its own people, and nobody else hears of it", async () => {
  const { workspace, host, first, second, seller, sellerId, adminId, partnership } = await open("Kept")
  const colleague = await memberWith(keelson, workspace, "contributor")
  const contributor = await workspace.as("contributor")
  await addTask(first, partnership, "partner", "theirs", due("2027-02-05", { isPrivate, ownerId: sellerId }))
  await addTask(first, partnership, "partner", "nobody's of theirs", due("2027-02-05", { isPrivate }))
  await addTask(host, partnership, "host", "ours", due("2027-02-05", { isPrivate, ownerId: colleague.userId }))
  await runQueued("notifications.tell", keelson)
  expect([await told(seller), await told(contributor)]).toEqual([["task_given theirs"], ["task_given ours"]])
  await turnAt("2027-02-04T09:00:00.000Z")
  expect(await told(seller)).toEqual(["task_due_soon theirs", "task_given theirs"])
  // What is overdue is not due soon any more.
  await turnAt("2027-02-06T09:00:00.000Z")
  expect(await told(seller)).toEqual(["task_given theirs", "task_overdue theirs"])
  expect(await told(first)).toEqual(["task_overdue nobody's of theirs"])
  expect(await told(contributor)).toEqual(["task_given ours", "task_overdue ours"])
  expect([await told(second), await told(host)]).toEqual([[], []])
  await mail()
  const mailed = smtp.mails().filter(({ raw }) => plain(raw).includes("theirs"))
  const emails = [await emailOf(workspace, sellerId), await emailOf(workspace, adminId)]
  expect(new Set(mailed.flatMap(({ to }) => to))).toEqual(new Set(emails))
  // The host's ledger has its own alone, and Keelson is who did it: nobody of the company did.
  const seen = await ledgerOf(workspace, partnership, "task.overdue")
  expect(seen).toEqual([{ privateTo: workspace.system.workspaceId, actorKind: "system", actorId: "tasks.turn-day" }])
})

test("who has left is told nothing, nor mailed what they were told; who answers for the company is", async () => {
  const { workspace, host, first, companies, seller, sellerId, adminId, partnership } = await open("Leaving")
  const kept = await addTask(first, partnership, "partner", "kept", due("2027-02-15", { isPrivate, ownerId: sellerId }))
  const party = companies[0]
  await addTask(host, partnership, "partner", "shared", due("2027-02-15", { ownerId: sellerId, party }))
  await addTask(host, partnership, "partner", "the admin's", due("2027-02-15", { ownerId: adminId, party }))
  const emails = { seller: await emailOf(workspace, sellerId), admin: await emailOf(workspace, adminId) }
  await turnAt("2027-02-14T05:00:00.000Z")
  expect((await told(seller)).filter((each) => each.includes("due_soon"))).toHaveLength(2)
  await leave(workspace, sellerId)
  await turnAt("2027-02-14T08:00:00.000Z")
  await mail()
  // The admin's mail is the control: reminders were mailed that day.
  expect(mailsTo(emails.admin).join("\n")).toContain("“the admin's”")
  expect(mailsTo(emails.seller)).toEqual([])
  await turnAt("2027-02-16T08:00:00.000Z")
  expect(await told(first)).toContain("task_overdue kept")
  expect(await told(host)).toContain("task_overdue shared")
  expect((await told(host)).join()).not.toContain("kept")
  expect((await first.call(giveTask, { task: kept.id, ownerId: adminId })).body.owner).toMatchObject({ isSelf: true })
})

test("what was done, or is somebody else's by then, and whose company has left by then, is not mailed", async () => {
  const { workspace, host, first, second, companies, seller, sellerId, adminId, partnership } = await open("Settled")
  const owners = (await second.call(listTaskOwners, { partnership, side: "partner" })).body.items
  const secondId = owners[0]?.userId ?? ""
  const add = (title: string, ownerId: string, more = {}) =>
    addTask(host, partnership, "partner", title, due("2027-02-25", { ownerId, party: companies[0], ...more }))
  const done = await add("done", sellerId)
  const given = await add("given away", sellerId)
  await add("left open", sellerId)
  await add("of who leaves", secondId, { party: companies[1] })
  await turnAt("2027-02-24T05:00:00.000Z")
  expect((await told(seller)).filter((each) => each.includes("due_soon"))).toHaveLength(3)
  expect(await told(second)).toContain("task_due_soon of who leaves")
  const leaving = await emailOf(workspace, secondId)
  await seller.call(finishTask, { task: done.id })
  await first.call(giveTask, { task: given.id, ownerId: adminId })
  await host.call(removeParty, { partnership, organization: companies[1] })
  clock.moveTo("2027-02-24T08:00:00.000Z")
  await mail()
  const [text = ""] = mailsTo(await emailOf(workspace, sellerId)).filter((each) => each.includes("Due on 25 Feb 2027"))
  expect(text).toContain("left open")
  expect(text).not.toContain("“done”")
  expect(text).not.toContain("given away")
  expect(text).toContain("https://keelson.example.com/portal/")
  expect(mailsTo(leaving).join()).not.toContain("of who leaves")
})

test("a partner's people choose how they hear of tasks, as members do", async () => {
  const { workspace, host, first, companies, seller, sellerId, adminId, partnership } = await open("Chosen")
  await seller.call(setNotificationPreference, { kind: "task_given", inApp: true, mail: "none" })
  await addTask(host, partnership, "partner", "quiet", { ownerId: sellerId, party: companies[0] })
  await addTask(host, partnership, "partner", "by mail", { ownerId: adminId, party: companies[0] })
  await runQueued("notifications.tell", keelson)
  await mail()
  expect([await told(seller), await told(first)]).toEqual([["task_given quiet"], ["task_given by mail"]])
  expect(mailsTo(await emailOf(workspace, sellerId))).toEqual([])
  expect(mailsTo(await emailOf(workspace, adminId)).join()).toContain("by mail")
})
