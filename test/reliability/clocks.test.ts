import { performance } from "node:perf_hooks"
import { expect, test } from "vitest"
import { createOrganization } from "#contract/organizations"
import { invite } from "#contract/people"
import { newBrowser } from "#test/browser"
import { accountFor, startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"

/* Two servers on one database, whose machines show times an hour apart; and one whose clock is put back while it serves. */
const hour = 3_600_000
const machineOf = (set: { ms: number }) => ({ shows: () => Date.now() + set.ms, passed: () => performance.now() })
const [right, ahead] = [{ ms: 0 }, { ms: hour }]
const environment = { KEELSON_SECRET: "one secret for all servers of a database" }
const one = await startTestKeelson({ environment, machine: machineOf(right) })
const two = await startTestKeelson({ environment, machine: machineOf(ahead), ownerUrl: one.ownerUrl })
const workspace = await one.workspace("Two clocks")
const owner = await workspace.as("owner")
const elsewhere = { ...owner, ...two.callerFor(workspace.slug, owner.cookie) }
const asked = async <T extends object>(sql: string) => (await runAsOwner<T>(one.ownerUrl, sql))[0] as T
const apart = () => Math.abs(Date.parse(one.platform.clock.now()) - Date.parse(two.platform.clock.now()))

test("both have one time: the database's", () => {
  expect(apart()).toBeLessThan(hour / 2)
})

test("what the one that is ahead queues is due at once, and what it writes is not of the future", async () => {
  const { body } = await elsewhere.call(createOrganization, { name: "Made ahead" })
  await elsewhere.call(invite, { email: "kim@host.example", side: "host", role: "viewer" })
  expect(
    await asked(`select (select count(*)::int from graphile_worker.jobs where run_at > now() + interval '30 minutes') as late,
      (select count(*)::int from graphile_worker.jobs) > 0 as some,
      (select created_at < now() + interval '30 minutes' from organization where id = '${body.id}') as past`),
  ).toEqual({ late: 0, some: true, past: true })
})

test("guesses are counted together, whoever is asked, and a session opened at one is open at the other", async () => {
  const email = "lee@host.example"
  await accountFor(one.platform, { email, name: "Lee" })
  const guesses: number[] = []
  for (let each = 0; each < 8; each++)
    guesses.push((await newBrowser(each % 2 ? two : one).signIn(email, "not the password")).status)
  expect(guesses.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
  expect(guesses.slice(5)).toEqual([429, 429, 429])
  expect((await elsewhere.call(createOrganization, { name: "Seen by both" })).status).toBe(201)
})

test("a clock that is put back while its server serves changes nothing there", async () => {
  const before = one.platform.clock.now()
  right.ms = -hour
  const after = one.platform.clock.now()
  // What the machine's clock and the time that has passed differ by is let be, up to half a second (platform/clock.ts).
  expect(Date.parse(after) - Date.parse(before)).toBeGreaterThan(-500)
  expect(apart()).toBeLessThan(hour / 2)
  expect((await owner.call(createOrganization, { name: "Put back" })).status).toBe(201)
  expect(
    await asked(`select count(*)::int as late from organization where created_at < now() - interval '30 minutes'`),
  ).toEqual({ late: 0 })
  right.ms = 0
})

test("what was counted before the database's own clock was put back holds nobody up for longer than it said", async () => {
  const email = "mia@host.example"
  await accountFor(one.platform, { email, name: "Mia" })
  for (let each = 0; each < 6; each++) await newBrowser(one).signIn(email, "not the password")
  await runAsOwner(one.ownerUrl, `update identity.tally set at = at + interval '1 hour'`)
  const held = await newBrowser(one).signIn(email, "not the password")
  expect([held.status, Number(held.headers.get("retry-after"))]).toEqual([
    429,
    expect.toSatisfy((s: number) => s <= 20),
  ])
  expect(
    await asked(
      `select count(*)::int as ahead from identity.tally where at > now() + interval '30 minutes' and count > 5`,
    ),
  ).toEqual({ ahead: 0 })
})
