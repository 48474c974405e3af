import pg from "pg"
import { expect, test } from "vitest"
import { signIn, startTestKeelson, testPassword } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { getMe, setUpFirstOwner } from "./contract.ts"
import { setUpToken } from "./setUp.ts"

const place = { workspaceName: "Nordwind", timeZone: "Europe/Berlin", country: "DE", currency: "EUR" }

const started = async () => {
  const keelson = await startTestKeelson({ environment: { DATABASE_CONNECTIONS: "20" } })
  const token = setUpToken(keelson.platform.config.secret)
  const nobody = keelson.anonymous("")
  return {
    keelson,
    setUp: (email: string) =>
      nobody.call(setUpFirstOwner, { ...place, token, name: "Anna", email, password: testPassword }),
    counted: async () =>
      (
        await runAsOwner<Record<string, number>>(
          keelson.ownerUrl,
          `select (select count(*)::int from identity."user") as people, (select count(*)::int from identity.account) as passwords,
            (select count(*)::int from workspace) as workspaces, (select count(*)::int from member) as members`,
        )
      )[0],
  }
}

test("of five who set up at the same moment one becomes the owner, whole, and the others are told", async () => {
  const { keelson, setUp, counted } = await started()
  const answers = await Promise.all([1, 2, 3, 4, 5].map((which) => setUp(`owner-${which}@nordwind.example`)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410, 410])
  expect(await counted()).toEqual({ people: 1, passwords: 1, workspaces: 1, members: 1 })
  const winner = answers.findIndex(({ status }) => status === 201) + 1
  const cookie = await signIn(keelson.address, `owner-${winner}@nordwind.example`)
  const { body } = await keelson.callerFor("nordwind", cookie).call(getMe)
  expect(body.workspaces).toMatchObject([{ slug: "nordwind", role: "owner" }])
})

test("a set-up whose connection is cut leaves nothing behind and is done again", async () => {
  const { keelson, setUp, counted } = await started()
  const held = new pg.Client({ connectionString: keelson.ownerUrl })
  await held.connect()
  // The account is made, and its workspace waits for as long as this is open.
  await held.query("begin; lock table workspace in share mode")
  const cut = setUp("anna@nordwind.example")
  const waiting =
    "select pid from pg_locks where relation = 'workspace'::regclass and not granted and database = (select oid from pg_database where datname = current_database())"
  await expect.poll(async () => (await held.query(waiting)).rowCount, { timeout: 20_000 }).toBe(1)
  await held.query(`select pg_terminate_backend(pid) from (${waiting}) waiting`)
  expect((await cut).status).toBeGreaterThanOrEqual(500)
  await held.query("commit")
  await held.end()
  expect(await counted()).toEqual({ people: 0, passwords: 0, workspaces: 0, members: 0 })
  expect((await setUp("anna@nordwind.example")).status).toBe(201)
})

test("an account that an earlier start left without password and workspace becomes the owner", async () => {
  const { keelson, setUp, counted } = await started()
  await runAsOwner(
    keelson.ownerUrl,
    `insert into identity."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
      values ('left', 'Anna', 'anna@nordwind.example', true, '2026-01-01', '2026-01-01')`,
  )
  expect((await setUp("Anna@Nordwind.example")).status).toBe(201)
  expect(await counted()).toEqual({ people: 1, passwords: 1, workspaces: 1, members: 1 })
  await signIn(keelson.address, "anna@nordwind.example")
  expect((await setUp("second@nordwind.example")).status).toBe(410)
})
