import { expect, test } from "vitest"
import { createOrganization, editOrganization, listOrganizations } from "#contract/organizations"
import { deactivateMember, listMembers } from "#contract/people"
import { type Caller, startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Steady")
const owner = await workspace.as("owner")
/** Behind the back of every server: nobody is told. */
const silently = (statement: string) =>
  runAsOwner(keelson.ownerUrl, `set session_replication_role = replica; ${statement}`)
const memberId = async (role: string) =>
  (await owner.call(listMembers)).body.items.find((member) => member.role === role)?.id ?? ""
const read = async (caller: Caller) => (await caller.call(listOrganizations)).status
const write = async (caller: Caller, name: string) => (await caller.call(createOrganization, { name })).status

test("what was remembered of a role is not enough to write by", async () => {
  const admin = await workspace.as("admin")
  expect([await read(admin), await write(admin, "Before")]).toEqual([200, 201])
  await silently(`update member set role = 'viewer' where id = '${await memberId("admin")}'`)
  expect(await write(admin, "After")).toBe(403)
})

test("nor of a membership, nor of a session", async () => {
  const manager = await workspace.as("partner_manager")
  const twice = await workspace.as("partner_manager")
  expect([await write(manager, "One"), await write(twice, "Two")]).toEqual([201, 201])
  const [word = ""] = /(?<=session_token=)[^.;]+/.exec(twice.cookie) ?? []
  await silently(`delete from identity.session where "token" = '${decodeURIComponent(word)}'`)
  expect([await write(manager, "Three"), await write(twice, "Four")]).toEqual([201, 401])
  await silently(`update member set deactivated_at = '2027-01-01' where id = '${await memberId("partner_manager")}'`)
  expect(await write(manager, "Five")).toBe(404)
})

test("nor of what the workspace asks for", async () => {
  const { body } = await owner.call(createOrganization, { name: "Unasked" })
  expect(body.name).toBe("Unasked")
  await silently("update workspace set members_need_factor = true")
  const refused = await owner.call(createOrganization, { name: "Asked" })
  await silently("update workspace set members_need_factor = false")
  expect([refused.status, refused.body]).toMatchObject([403, { code: "second-factor-needed" }])
  expect(await write(owner, "Unasked again")).toBe(201)
})

test("a removal waits for the writes that it cannot forbid any more, and is answered after them", async () => {
  const finance = await workspace.as("executive")
  const id = await memberId("executive")
  await runAsOwner(keelson.ownerUrl, `update member set role = 'admin' where id = '${id}'`)
  const made = await owner.call(createOrganization, { name: "Held" })
  const order: string[] = []
  const holder = new (await import("pg")).default.Client({ connectionString: keelson.ownerUrl })
  await holder.connect()
  await holder.query(`begin; select from organization where id = '${made.body.id}' for update`)
  const edited = finance
    .call(editOrganization, { organization: made.body.id, name: "Edited" }, { ifMatch: 1 })
    .then(({ status }) => order.push(`edited ${status}`))
  const waiting = async (what: string) =>
    (
      await holder.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event ${what}`,
      )
    ).rowCount
  await expect.poll(() => waiting("<> 'advisory'")).toBe(1)
  const removed = owner.call(deactivateMember, { member: id }).then(({ status }) => order.push(`removed ${status}`))
  await expect.poll(() => waiting("= 'advisory'")).toBe(1)
  const late = finance.call(createOrganization, { name: "Late" }).then(({ status }) => order.push(`late ${status}`))
  await expect.poll(() => waiting("= 'advisory'")).toBe(2)
  await holder.query("commit")
  await Promise.all([edited, removed, late])
  await holder.end()
  expect(order[0]).toBe("edited 200")
  expect(order.slice(1).sort()).toEqual(["late 404", "removed 200"])
})
