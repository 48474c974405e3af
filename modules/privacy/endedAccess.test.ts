import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { listEvents } from "#contract/audit"
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

test("sign-ins go after the time that was chosen, of people who belong here alone", async () => {
  const alone = await member("Alone", null)
  const both = await member("Both", null)
  await member("Both", null, both.userId)
  for (const { userId } of [alone, both])
    for (const at of ["2025-09-01T00:00:00Z", "2025-12-20T00:00:00Z"])
      await client.query(
        `insert into identity.security_event (id, kind, user_id, address, device, at) values ($1, 'sign-in', $2, '', '', $3)`,
        [newId(), userId, at],
      )
  const left = async () =>
    (
      await client.query<{ n: number }>(
        "select count(*)::int as n from identity.security_event where user_id = any($1) group by user_id order by user_id = $2 desc",
        [[alone.userId, both.userId], alone.userId],
      )
    ).rows.map(({ n }) => n)
  await retain()
  expect(await left()).toEqual([2, 2])
  expect((await owner.call(contract.setRetention, { keeps: "security_log", days: 89 })).body).toMatchObject({
    code: "days-out-of-range",
  })
  await owner.call(contract.setRetention, { keeps: "security_log", days: 90 })
  await retain()
  expect(await left()).toEqual([1, 2])
})
