import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { downloadSecurityEvents, listSecurityEvents } from "#contract/audit"
import { newId } from "#platform/ids"
import { accountFor, startTestKeelson } from "#test/keelson"
import { runEverything } from "#test/queue"
import * as contract from "./contract.ts"

/* Who was erased in one workspace and goes on in another: the first keeps how often something was, and not from where. */
const keelson = await startTestKeelson()
const client = new pg.Client({ connectionString: keelson.ownerUrl })
await client.connect()
afterAll(() => client.end())
const [here, elsewhere] = [await keelson.workspace("Erasing"), await keelson.workspace("Elsewhere")]
const [owner, stranger] = [await here.as("owner"), await elsewhere.as("owner")]
const [name, email] = ["Rhea Doors", "rhea@doors.example"]
const { id: userId } = await accountFor(keelson.platform, { name, email })
const member = newId()
for (const [id, { system }] of [
  [member, here],
  [newId(), elsewhere],
] as const)
  await client.query(
    "insert into member (workspace_id, id, user_id, name, email, role, created_at) values ($1, $2, $3, $4, $5, 'viewer', '2020-01-01')",
    [system.workspaceId, id, userId, name, email],
  )
const happened = (kind: string, workspaceId: string | null, at: string) =>
  client.query(
    `insert into identity.security_event (id, kind, user_id, address, device, at, times, workspace_id)
      values ($1, $2, $3, '203.0.113.77', 'Rhea''s browser', $4, 21, $5)`,
    [newId(), kind, userId, at, workspaceId],
  )
await happened("sign_in.failed", null, "2026-01-05T09:00:00Z")
await happened("unseen.refused", here.system.workspaceId, "2026-01-05T10:00:00Z")
await happened("unseen.refused", elsewhere.system.workspaceId, "2026-01-05T11:00:00Z")

const read = async (as = owner) => {
  const { items } = (await as.call(listSecurityEvents, { person: userId })).body
  return items.map(({ kind, times, address, device }) => [kind, times, address, device])
}
const known = ["203.0.113.77", "Rhea's browser"]

test("before, both read from where: of the account, and of what was refused in their own", async () => {
  const all = [
    ["unseen.refused", 21, ...known],
    ["sign_in.failed", 21, ...known],
  ]
  expect([await read(), await read(stranger)]).toEqual([all, all])
})

test("after it the workspace that erased keeps counts without address and device, the other what it had", async () => {
  expect((await owner.call(contract.erasePerson, { person: member, typed: name })).status).toBe(201)
  await runEverything(keelson)
  expect(await read()).toEqual([
    ["unseen.refused", 21, null, null],
    ["sign_in.failed", 21, null, null],
  ])
  const { body } = await owner.call(downloadSecurityEvents, { person: userId, locale: "en" })
  expect(String(body)).toContain("sign_in.failed")
  for (const word of known) expect(String(body)).not.toContain(word)
  expect((await read(stranger)).map((line) => line.slice(2))).toEqual([known, known])
  const { rows } = await client.query(
    "select address, device from identity.security_event where user_id = $1 and workspace_id = $2",
    [userId, here.system.workspaceId],
  )
  expect(rows).toEqual([{ address: "", device: "" }])
})

test("who comes back is told of from then on, and the time before stays forgotten", async () => {
  await client.query("update member set erased_at = null, deactivated_at = null where id = $1", [member])
  await happened("sign_in.failed", null, new Date(Date.parse(keelson.platform.clock.now()) + 60_000).toISOString())
  expect(await read()).toEqual([
    ["sign_in.failed", 21, ...known],
    ["unseen.refused", 21, null, null],
    ["sign_in.failed", 21, null, null],
  ])
})
