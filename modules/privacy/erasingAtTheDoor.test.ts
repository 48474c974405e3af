import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { newId } from "#platform/ids"
import { accountFor, signIn, startTestKeelson } from "#test/keelson"
import { runEverything } from "#test/queue"
import * as contract from "./contract.ts"

/* Somebody signs in while their account goes: whichever comes first, they have no session after it. */
const keelson = await startTestKeelson()
const client = new pg.Client({ connectionString: keelson.ownerUrl })
const other = new pg.Client({ connectionString: keelson.ownerUrl })
await Promise.all([client.connect(), other.connect()])
afterAll(() => Promise.all([client.end(), other.end()]))

const workspace = await keelson.workspace("Doors")
const owner = await workspace.as("owner")
const { workspaceId } = workspace.system

const somebody = async (name: string) => {
  const email = `${name.toLowerCase()}@door.example`
  const { id: userId } = await accountFor(keelson.platform, { email, name })
  const member = newId()
  await client.query(
    "insert into member (workspace_id, id, user_id, name, email, role, created_at) values ($1, $2, $3, $4, $5, 'viewer', $6)",
    [workspaceId, member, userId, name, email, keelson.platform.clock.now()],
  )
  return { userId, email, erase: () => owner.call(contract.erasePerson, { person: member, typed: name }) }
}

/** How many wait for what another holds. */
const waiting = async () =>
  (
    await client.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
        and pid <> pg_backend_pid()`,
    )
  ).rows[0]?.n ?? 0

const left = async (userId: string) =>
  (
    await client.query(
      `select (select count(*)::int from identity.session where "userId" = $1) as sessions,
        (select count(*)::int from identity."user" where "id" = $1) as accounts`,
      [userId],
    )
  ).rows[0]

test("a session that is being made when the account goes, goes with it", async () => {
  const { userId, erase } = await somebody("First")
  await other.query("begin")
  await other.query(
    `insert into identity.session ("id", "expiresAt", "token", "createdAt", "updatedAt", "userId") values ($1, $2, $1, $2, $2, $3)`,
    [newId(), "2999-01-01", userId],
  )
  expect((await erase()).status).toBe(201)
  const done = runEverything(keelson)
  await expect.poll(waiting, { timeout: 60_000 }).toBeGreaterThan(0)
  await other.query("commit")
  await done
  expect(await left(userId)).toEqual({ sessions: 0, accounts: 0 })
})

test("who signs in while the account goes is told that they cannot, and has no session", async () => {
  const { userId, email, erase } = await somebody("Second")
  expect((await erase()).status).toBe(201)
  await other.query("begin")
  const { rows } = await other.query("select forget_account($1) as gone", [userId])
  expect(rows).toEqual([{ gone: true }])
  const signingIn = signIn(keelson.address, email).then(
    () => "in",
    (fault: unknown) => String(fault),
  )
  await expect.poll(waiting, { timeout: 60_000 }).toBeGreaterThan(0)
  await other.query("commit")
  expect(await signingIn).toMatch(/401|400|403/)
  await runEverything(keelson)
  expect(await left(userId)).toEqual({ sessions: 0, accounts: 0 })
})
