import { expect, test } from "vitest"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { changeRole, deactivateMember, listMembers, reactivateMember } from "./contract.ts"

const keelson = await startTestKeelson()

const workspaceWithOwners = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const [owner, admin] = [await workspace.as("owner"), await workspace.as("admin")]
  const members = async () => (await owner.call(listMembers)).body.items
  const memberOf = async (role: string) => {
    const found = (await members()).find((member) => member.role === role)
    if (!found) throw new Error(`no ${role} in ${name}`)
    return found
  }
  return { workspace, owner, admin, members, memberOf }
}

test("everyone on the host side sees the members; only owners and admins change them", async () => {
  const { workspace, owner, memberOf } = await workspaceWithOwners("Seen")
  const viewer = await workspace.as("viewer")
  const seen = await viewer.call(listMembers)
  expect(seen.body.items).toHaveLength(7)
  expect(seen.body.items.find(({ isSelf }) => isSelf)?.role).toBe("viewer")
  expect(seen.body.abilities.invite).toBe("role-may-not")
  const finance = await memberOf("finance")
  const change = { member: finance.id, role: "contributor" } as const
  expect((await viewer.call(changeRole, change, { ifMatch: 1 })).status).toBe(403)
  const changed = await owner.call(changeRole, change, { ifMatch: finance.version })
  expect(changed.body).toMatchObject({ role: "contributor", version: finance.version + 1 })
  expect((await owner.call(changeRole, change, { ifMatch: finance.version })).status).toBe(412)
})

test("an admin neither makes nor unmakes an owner", async () => {
  const { admin, memberOf } = await workspaceWithOwners("Ranks")
  const [owner, viewer] = [await memberOf("owner"), await memberOf("viewer")]
  for (const [id, role] of [
    [viewer.id, "owner"],
    [owner.id, "viewer"],
  ] as const) {
    const { body } = await admin.call(changeRole, { member: id, role }, { ifMatch: 1 })
    expect(body).toMatchObject({ code: "owners-only" })
  }
  expect((await admin.call(deactivateMember, { member: owner.id })).body).toMatchObject({ code: "owners-only" })
})

test("the last owner neither leaves nor steps down", async () => {
  const { owner, memberOf } = await workspaceWithOwners("Last")
  const last = await memberOf("owner")
  expect((await owner.call(deactivateMember, { member: last.id })).body).toMatchObject({ code: "last-owner" })
  const down = await owner.call(changeRole, { member: last.id, role: "admin" }, { ifMatch: last.version })
  expect(down.body).toMatchObject({ code: "last-owner" })
})

test("of the last two owners who leave at the same moment one stays", async () => {
  for (let round = 0; round < 5; round++) {
    const { workspace, owner, memberOf, members } = await workspaceWithOwners(`Race ${round}`)
    const second = await memberOf("admin")
    await owner.call(changeRole, { member: second.id, role: "owner" }, { ifMatch: second.version })
    const owners = (await members()).filter(({ role }) => role === "owner")
    expect(owners).toHaveLength(2)
    const answers = await Promise.all(owners.map(({ id }) => owner.call(deactivateMember, { member: id })))
    // Whoever has removed themselves first may not remove anybody any more.
    const [done, refused] = answers.map(({ status }) => status).sort()
    expect([done, refused === 409 || refused === 404]).toEqual([200, true])
    const left = await runAsOwner(
      keelson.ownerUrl,
      `select from member where workspace_id = '${workspace.system.workspaceId}' and role = 'owner' and deactivated_at is null`,
    )
    expect(left).toHaveLength(1)
  }
})

test("who left has no access until they are back", async () => {
  const { workspace, owner, memberOf } = await workspaceWithOwners("Away")
  const leaver = await workspace.as("executive")
  const { id } = await memberOf("executive")
  expect((await owner.call(deactivateMember, { member: id })).body.deactivatedAt).not.toBeNull()
  expect((await leaver.call(listMembers)).status).toBe(404)
  expect((await owner.call(reactivateMember, { member: id })).body.deactivatedAt).toBeNull()
  expect((await leaver.call(listMembers)).status).toBe(200)
})

test("another workspace's members are not there", async () => {
  const { memberOf } = await workspaceWithOwners("Mine")
  const stranger = (await workspaceWithOwners("Theirs")).owner
  const { id } = await memberOf("viewer")
  expect((await stranger.call(changeRole, { member: id, role: "admin" }, { ifMatch: 1 })).status).toBe(404)
  expect((await stranger.call(deactivateMember, { member: id })).status).toBe(404)
})
