import { expect, test } from "vitest"
import { newId } from "#platform/ids"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { memberWith, recordPartnership } from "#test/promises"
import { countNotifications, listNotifications, moveNotifications, snoozeNotifications } from "./contract.ts"

const clock = movableClock("2026-03-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const { userId } = await memberWith(keelson, workspace, "partner_manager")
const { id: partnershipId, organizationId } = await recordPartnership(manager, "Contoso")

/** Tells somebody something, as the jobs would. */
const tell = async (to: string, kind: string, payload: object, about = partnershipId) => {
  const id = newId()
  await keelson.platform.transact(workspace.system, ({ db, actor, now }) =>
    db
      .insertInto("notification")
      .values({
        ...{ workspaceId: actor.workspaceId, id, userId: to, kind, partnershipId: about, dedupeKey: id },
        ...{ payload: JSON.stringify(payload), createdAt: now },
      })
      .execute(),
  )
  return id
}
const missed = { title: "Figures", owedBy: "host", dueOn: "2026-02-28" }
const first = await tell(userId, "commitment_missed", missed)
const second = await tell(userId, "commitment_missed", missed)

const seen = async (show: "open" | "unread" | "snoozed" | "done", caller = manager) => {
  const { items, unread } = (await caller.call(listNotifications, { show })).body
  expect((await caller.call(countNotifications)).body.unread).toBe(unread)
  return { ids: items.map(({ id }) => id).sort(), unread }
}
const move = (notifications: string[], to: "read" | "unread" | "done" | "open") =>
  manager.call(moveNotifications, { notifications, to })

test("what is done with leaves the inbox, read, and comes back as it was", async () => {
  expect(await seen("open")).toEqual({ ids: [first, second].sort(), unread: 2 })
  expect((await move([first], "done")).body).toEqual({ unread: 1 })
  expect(await seen("open")).toEqual({ ids: [second], unread: 1 })
  expect(await seen("done")).toEqual({ ids: [first], unread: 1 })
  await move([first], "open")
  expect(await seen("unread")).toEqual({ ids: [second], unread: 1 })
  await move([first], "unread")
  expect(await seen("open")).toEqual({ ids: [first, second].sort(), unread: 2 })
})

test("what is put off is away until its day, and then back by itself", async () => {
  const until = (day: string) => manager.call(snoozeNotifications, { notifications: [first, second], until: day })
  expect((await until("2026-03-02")).body).toMatchObject({ code: "not-ahead" })
  expect((await until("2026-03-04")).body).toEqual({ unread: 0 })
  expect(await seen("open")).toEqual({ ids: [], unread: 0 })
  expect((await seen("snoozed")).ids).toHaveLength(2)
  clock.moveTo("2026-03-04T09:00:00.000Z")
  expect(await seen("open")).toEqual({ ids: [first, second].sort(), unread: 2 })
  expect((await seen("snoozed")).ids).toEqual([])
})

test("what one may not see any more is neither shown nor counted, whoever it was told to; what hides it hides nothing older", async () => {
  for (let index = 0; index < 60; index++) await tell(userId, "task_given", { taskId: newId(), title: "Gone" })
  expect(await seen("open")).toEqual({ ids: [first, second].sort(), unread: 2 })
  const { body } = await manager.call(listNotifications, { limit: 10 })
  expect([body.items.length > 0, body.next !== null]).not.toEqual([false, false])

  const partner = await workspace.asPartner(organizationId)
  const { userId: partnerId } = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db
      .selectFrom("partnerUser")
      .select("userId")
      .where("workspaceId", "=", actor.workspaceId)
      .where("organizationId", "=", organizationId)
      .executeTakeFirstOrThrow(),
  )
  const own = await tell(partnerId ?? "", "commitment_missed", missed)
  await tell(partnerId ?? "", "commitment_missed", missed, (await recordPartnership(manager, "Fabrikam")).id)
  expect(await seen("open", partner)).toEqual({ ids: [own], unread: 1 })
})

test("nobody moves what another was told, and of several none is moved where one is not theirs", async () => {
  const viewer = await workspace.as("viewer")
  const own = await tell((await memberWith(keelson, workspace, "viewer")).userId, "commitment_missed", missed)
  const act = { notifications: [own, first], to: "done" as const }
  expect((await viewer.call(moveNotifications, act)).status).toBe(404)
  expect((await viewer.call(snoozeNotifications, { notifications: [first], until: "2026-03-09" })).status).toBe(404)
  expect((await seen("open", viewer)).ids).toEqual([own])
})
