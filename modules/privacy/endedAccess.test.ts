import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { listEvents, listSecurityEvents } from "#contract/audit"
import { createContact, listMembers } from "#contract/people"
import { newId } from "#platform/ids"
import { movableClock } from "#test/clock"
import { accountFor, startTestKeelson } from "#test/keelson"
import { recordPartnership, runJob, runQueued } from "#test/promises"
import * as contract from "./contract.ts"

/* Who has had no access for long enough is erased by themselves; who is still needed for something is not. */
const clock = movableClock("2026-01-05T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const client = new pg.Client({ connectionString: keelson.ownerUrl })
await client.connect()
afterAll(() => client.end())
const workspace = await keelson.workspace("Ended")
const other = await keelson.workspace("Other")
const owner = await workspace.as("owner")

const member = async (name: string, endedAt: string | null, known?: string) => {
  const email = `${name.toLowerCase()}@ended.example`
  const userId = known ?? (await accountFor(keelson.platform, { email, name })).id
  const { system } = known === undefined ? workspace : other
  const id = newId()
  await client.query(
    `insert into member (workspace_id, id, user_id, name, email, role, created_at, deactivated_at)
      values ($1, $2, $3, $4, $5, 'viewer', '2020-01-01', $6)`,
    [system.workspaceId, id, userId, name, email, endedAt],
  )
  return { id, userId, name, email }
}
const names = async () =>
  (await owner.call(listMembers)).body.items.flatMap(({ name }) => (name.startsWith("Erased") ? [] : [name]))
const retain = async () => {
  await runJob("privacy.retain", keelson)
  await runQueued("privacy.erase", keelson)
}

test("people are erased when their access has ended for the time that was chosen, and only they", async () => {
  await member("Long", "2022-12-01T00:00:00Z")
  await member("Lately", "2025-06-01T00:00:00Z")
  await member("Here", null)
  const keeps = await member("Keeper", null)
  await recordPartnership(owner, "Northwind", keeps.id)
  await client.query("update member set deactivated_at = '2022-12-01' where id = $1", [keeps.id])
  const known = await member("Known", "2022-12-01T00:00:00Z")
  await owner.call(createContact, { name: "Known", email: known.email })
  await retain()
  expect((await names()).filter((name) => !name.includes(" ")).toSorted()).toEqual(
    ["Here", "Keeper", "Known", "Lately"].toSorted(),
  )
  expect((await owner.call(contract.setRetention, { keeps: "ended_access", days: 30 })).status).toBe(200)
  await retain()
  await retain()
  expect((await names()).filter((name) => !name.includes(" ")).toSorted()).toEqual(["Here", "Keeper", "Known"])
  const { body } = await owner.call(contract.listErasures)
  expect(body.items.map(({ askedBy, doneAt }) => [askedBy, doneAt !== null])).toEqual([
    [null, true],
    [null, true],
  ])
  const held = await owner.call(listEvents, { kind: "retention.held" })
  expect(held.body.items.map(({ payload }) => payload["deleted"])).toEqual([{ ended_access: 1 }, { ended_access: 1 }])
})

test("sign-ins go after the time that was chosen; of who belongs to several, after the longest, and each reads its own time", async () => {
  const alone = await member("Alone", null)
  const both = await member("Both", null)
  await member("Both", null, both.userId)
  const [september, december] = ["2025-09-01T00:00:00Z", "2025-12-20T00:00:00Z"]
  const happened = (kind: string, userId: string, at: string, within: string | null = null) =>
    client.query(
      `insert into identity.security_event (id, kind, user_id, address, device, at, times, workspace_id)
        values ($1, $2, $3, '', '', $4, 30, $5)`,
      [newId(), kind, userId, at, within],
    )
  for (const { userId } of [alone, both])
    for (const at of [september, december]) await happened("sign_in.failed", userId, at)
  for (const { system } of [workspace, other])
    await happened("unseen.refused", both.userId, september, system.workspaceId)
  const left = async () =>
    (
      await client.query<{ what: string }>(
        `select case when user_id = $2 then 'alone' else 'both' end || ' ' || to_char(at, 'MM') || case workspace_id
            when $3 then ' here' when $4 then ' there' else '' end as what
          from identity.security_event where user_id = any($1) order by 1`,
        [[alone.userId, both.userId], alone.userId, workspace.system.workspaceId, other.system.workspaceId],
      )
    ).rows.map(({ what }) => what)
  const read = async (as: typeof owner) =>
    (await as.call(listSecurityEvents, { person: both.userId })).body.items.map(({ at }) => at.slice(5, 7))
  const stranger = await other.as("owner")
  const all = ["alone 09", "alone 12", "both 09", "both 09 here", "both 09 there", "both 12"]
  await retain()
  expect(await left()).toEqual(all)
  expect([await read(owner), await read(stranger)]).toEqual([
    ["12", "09", "09"],
    ["12", "09", "09"],
  ])
  expect((await owner.call(contract.setRetention, { keeps: "security_log", days: 89 })).body).toMatchObject({
    code: "days-out-of-range",
  })
  await owner.call(contract.setRetention, { keeps: "security_log", days: 90 })
  await retain()
  expect(await left()).toEqual(["alone 12", "both 09", "both 09 there", "both 12"])
  expect([await read(owner), await read(stranger)]).toEqual([["12"], ["12", "09", "09"]])
  await stranger.call(contract.setRetention, { keeps: "security_log", days: 200 })
  await retain()
  expect(await left()).toEqual(["alone 12", "both 09", "both 09 there", "both 12"])
  await stranger.call(contract.setRetention, { keeps: "security_log", days: 100 })
  await retain()
  await retain()
  expect(await left()).toEqual(["alone 12", "both 12"])
})
