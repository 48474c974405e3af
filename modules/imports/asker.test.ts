import { setTimeout as pause } from "node:timers/promises"
import { expect, test } from "vitest"
import { deactivateMember, listMembers } from "#contract/people"
import { type Caller, startTestKeelson, type TestWorkspace } from "#test/keelson"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson()

const content = (rows: number) =>
  [
    "partner,date,kind",
    ...Array.from({ length: rows }, (_, at) => `Partner ${at % 5},2026-01-0${1 + (at % 9)},call ${at}`),
  ].join("\n")

/** A file that a partner manager has put to work, and nobody works on yet. */
const queued = async (workspace: TestWorkspace, rows = 20) => {
  const manager = await workspace.as("partner_manager")
  const { body } = await manager.call(contract.uploadImport, {}, { file: { name: "a.csv", content: content(rows) } })
  await manager.call(contract.decideImport, { import: body.id, kind: "activities", unknownPartners: "create" })
  expect((await manager.call(contract.startImport, { import: body.id })).status).toBe(200)
  return { manager, id: body.id }
}
const remove = async (owner: Caller, role: string): Promise<void> => {
  const { body } = await owner.call(listMembers, {})
  const member = body.items.find((each) => each.role === role)
  if (!member) throw new Error(`nobody is ${role}`)
  const removal = await owner.call(deactivateMember, { member: member.id }, { ifMatch: member.version })
  expect(removal.status).toBe(200)
}
/** Lets a worker do what is queued. */
const workUntil = async (isSo: () => Promise<boolean>): Promise<void> => {
  const worker = await keelson.work()
  while (!(await isSo())) await pause(30)
  await worker.stop()
}
const activities = (workspace: TestWorkspace) =>
  keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db.selectFrom("activity").select("id").where("workspaceId", "=", actor.workspaceId).execute(),
  )

test("what a removed person put to work is not done, and is done when somebody who may asks", async () => {
  const workspace = await keelson.workspace("Removed")
  const owner = await workspace.as("owner")
  const { id } = await queued(workspace)
  await remove(owner, "partner_manager")
  const look = async () => (await owner.call(contract.getImport, { import: id })).body
  await workUntil(async () => (await look()).state !== "importing")
  expect(await look()).toMatchObject({ state: "failed", summary: { reason: "asker-may-not" } })
  expect(await activities(workspace)).toEqual([])

  // The file is theirs still; the work is the owner's now.
  expect((await owner.call(contract.startImport, { import: id })).status).toBe(200)
  await workUntil(async () => (await look()).state !== "importing")
  expect(await look()).toMatchObject({ state: "imported", summary: { created: { activity: 20 } } })
})

test("whoever is removed while it is done writes nothing either, and an undoing of theirs leaves all as it was", async () => {
  const workspace = await keelson.workspace("While")
  const owner = await workspace.as("owner")
  const { manager, id } = await queued(workspace, 40_000)
  const look = async () => (await owner.call(contract.getImport, { import: id })).body
  let isRemoved = false
  await workUntil(async () => {
    const { rowsDone, state } = await look()
    if (rowsDone > 0 && !isRemoved) {
      await remove(owner, "partner_manager")
      isRemoved = true
    }
    return state !== "importing"
  })
  expect(await look()).toMatchObject({ state: "failed", summary: { reason: "asker-may-not" } })
  expect(await activities(workspace)).toEqual([])
  expect((await manager.call(contract.getImport, { import: id })).status).toBe(404)
})

test("an undoing that a removed person asked for leaves all as it was", async () => {
  const workspace = await keelson.workspace("Undone")
  const owner = await workspace.as("owner")
  const { manager, id } = await queued(workspace)
  const look = async () => (await owner.call(contract.getImport, { import: id })).body
  await workUntil(async () => (await look()).state === "imported")
  expect((await manager.call(contract.undoImport, { import: id })).status).toBe(200)
  await remove(owner, "partner_manager")
  await workUntil(async () => (await look()).state !== "undoing")
  expect((await look()).state).toBe("imported")
  expect(await activities(workspace)).toHaveLength(20)
})
