import { expect, test } from "vitest"
import { downloadSecurityEvents, getSecurityDays, keptSecurityDays, listSecurityEvents } from "#contract/audit"
import { createPartnership } from "#contract/partnerships"
import { changeRole, listMembers } from "#contract/people"
import { forgetOldSecurityEvents } from "#platform/securityEvents"
import { turnOnFactor } from "#test/browser"
import { startDoors } from "#test/doors"
import { testPassword } from "#test/keelson"

/* What an administrator reads about the doors of their own people, and nobody else about anybody. */
const { keelson, database, open, signedIn, later } = await startDoors()
const workspace = await keelson.workspace("Nordwind")
const elsewhere = await keelson.workspace("Elsewhere")
const owner = await workspace.as("owner")
await workspace.as("viewer")
const stranger = await elsewhere.as("owner")

const emailOf = async (role: string): Promise<string> => {
  const member = (await owner.call(listMembers)).body.items.find((each) => each.role === role)
  return member?.email ?? ""
}
const read = async (query: object = {}, as = owner) => (await as.call(listSecurityEvents, query)).body.items
const kinds = async (query: object = {}) => (await read(query)).map(({ kind }) => kind)

test("failed, held-up and lucky sign-ins, a wrong code and changed credentials stand there with from where", async () => {
  const email = await emailOf("viewer")
  const { userId = "" } = (await owner.call(listMembers)).body.items.find((each) => each.email === email) ?? {}
  const known = await signedIn(email)
  await turnOnFactor(known, testPassword)
  for (let each = 0; each < 6; each++) await open().signIn(email, "not the password")
  later(60_000)
  const half = open()
  await half.signIn(email, testPassword)
  await half.post("/api/auth/two-factor/verify-totp", { code: "000000" })
  await known.post("/api/auth/two-factor/disable", { password: "wrong" })
  await known.post("/api/auth/change-password", { currentPassword: testPassword, newPassword: "another long password" })
  const seen = await read({ person: userId })
  const counts = Map.groupBy(seen, ({ kind }) => kind)
  const all = Object.fromEntries(
    [...counts].map(([kind, found]) => [kind, found.reduce((sum, { times }) => sum + times, 0)]),
  )
  expect(all).toMatchObject({
    "sign_in.failed": 5,
    "sign_in.held_up": 1,
    "second_factor.failed": 1,
    "second_factor.on": 1,
    "password.refused": 1,
    "password.changed": 1,
  })
  expect(all["sign_in.succeeded"]).toBeGreaterThanOrEqual(1)
  expect(seen.filter(({ address }) => !address)).toEqual([])
  expect(await kinds({ kind: "sign_in.held_up" })).toEqual(["sign_in.held_up"])
})

test("who may enter, changed, stands there with who did it to whom", async () => {
  const member = (await owner.call(listMembers)).body.items.find(({ role }) => role === "viewer")
  if (!member) throw new Error("there is no viewer")
  await owner.call(changeRole, { member: member.id, role: "admin" }, { ifMatch: member.version })
  const [changed] = await read({ kind: "member.role_changed" })
  expect(changed).toMatchObject({ subjectName: member.name, person: { side: "host", name: "owner of Nordwind" } })
})

test("another workspace's administrators read nothing of it, and those who are none nothing at all", async () => {
  const own = (await read({ limit: 200 })).map(({ id }) => id)
  const theirs = await read({ limit: 200 }, stranger)
  expect(own.length).toBeGreaterThan(5)
  expect(theirs.filter(({ id }) => own.includes(id))).toEqual([])
  expect((await (await workspace.as("partner_manager")).call(listSecurityEvents)).status).toBe(403)
})

test("of a partner's people it is told what happened, and not from where", async () => {
  const { organizationId } = (
    await owner.call(createPartnership, { type: "isv", newOrganization: { name: "Contoso" } })
  ).body
  const partner = await workspace.asPartner(organizationId)
  const { rows } = await database.query<{ userId: string; email: string }>(
    `select user_id as "userId", email from partner_user where organization_id = $1`,
    [organizationId],
  )
  await open().signIn(rows[0]?.email ?? "", "wrong")
  const told = await read({ person: rows[0]?.userId, kind: "sign_in.failed" })
  expect(told).toMatchObject([{ address: null, device: null, person: { side: "partner" } }])
  expect((await partner.call(listSecurityEvents)).status).toBe(403)
})

test("pages follow each other without gap or repeat, and days are the workspace's", async () => {
  const whole = (await read({ limit: 200 })).map(({ id }) => id)
  const paged: string[] = []
  for (let after: string | undefined, more = true; more; ) {
    const { body } = await owner.call(listSecurityEvents, { limit: 3, ...(after ? { after } : {}) })
    paged.push(...body.items.map(({ id }) => id))
    more = body.next !== null
    after = body.next ?? undefined
  }
  expect(paged).toEqual(whole)
  expect(await kinds({ to: "2020-01-01" })).toEqual([])
})

const slowTries = async (email: string, times: number) => {
  for (let each = 0; each < times; each++)
    await fetch(`${keelson.address}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": "203.0.113.9", "user-agent": "guesser" },
      body: JSON.stringify({ email, password: "not the password" }),
    })
}

test("many like refusals from one address are one line that says how many, those by an address held up among them", async () => {
  const email = await emailOf("executive")
  const { userId = "" } = (await owner.call(listMembers)).body.items.find((each) => each.email === email) ?? {}
  await slowTries(email, 16)
  const seen = await read({ person: userId })
  expect(seen.map(({ kind, times, address }) => [kind, times, address]).sort()).toEqual([
    ["sign_in.failed", 5, "203.0.113.9"],
    ["sign_in.held_up", 5, "203.0.113.9"],
    ["sign_in.throttled", 6, "203.0.113.9"],
  ])
  expect(seen.every(({ at, lastAt }) => at <= lastAt)).toBe(true)
  const { items } = (await owner.call(getSecurityDays, { person: userId })).body
  expect(items).toMatchObject([{ refused: 16, other: 0 }])
})

test("a page of another site that acts with a session is refused and noted as that person's", async () => {
  const manager = await workspace.as("partner_manager")
  const tried = await fetch(`${keelson.address}/api/w/${workspace.slug}/organizations`, {
    method: "POST",
    headers: { cookie: manager.cookie, "content-type": "application/json", "sec-fetch-site": "same-site" },
    body: JSON.stringify({ name: "Planted" }),
  })
  expect(tried.status).toBe(403)
  expect(await read({ kind: "request.cross_site" })).toMatchObject([
    { person: { name: "partner_manager of Nordwind" } },
  ])
})

test("it is taken away as CSV by administrators, without a formula in it, and that stands in it", async () => {
  const device = '=HYPERLINK("http://evil.example")'
  await fetch(`${keelson.address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": "203.0.113.10", "user-agent": device },
    body: JSON.stringify({ email: await emailOf("finance"), password: "not the password" }),
  })
  const { status, body } = await owner.call(downloadSecurityEvents, { kind: "sign_in.failed", locale: "en" })
  expect(status).toBe(200)
  const lines = String(body).trim().split("\r\n")
  expect(lines[0]).toContain("at,lastAt,times,kind,result,person")
  expect(lines.slice(1).every((line) => line.includes(",sign_in.failed,refused,"))).toBe(true)
  expect(String(body)).toContain("'=HYPERLINK")
  const [taken] = await read({ kind: "security_log.exported" })
  expect(taken).toMatchObject({ person: { name: "owner of Nordwind" } })
  expect((await (await workspace.as("contributor")).call(downloadSecurityEvents, { locale: "en" })).status).toBe(403)
})

test("an address that nobody has leaves no row; a flood of one kind is bounded; what is old is forgotten", async () => {
  const count = async () =>
    (await database.query<{ n: number }>("select count(*)::int as n from identity.security_event")).rows[0]?.n ?? 0
  await keelson.platform.identity.refusals.settle()
  const before = await count()
  await open().signIn("nobody@else.example", "guess")
  expect(await count()).toBe(before)
  const email = await emailOf("owner")
  const { userId = "" } = (await owner.call(listMembers)).body.items.find((each) => each.email === email) ?? {}
  const guesses = async () =>
    (await read({ person: userId, limit: 200 }))
      .filter(({ isRefused }) => isRefused)
      .reduce((sum, { times }) => sum + times, 0)
  const known = await guesses()
  // Each from an address of its own: as many rows as there may be, and not one guess uncounted.
  for (let each = 0; each < 80; each++) await open().signIn(email, "not the password")
  expect(await count()).toBeLessThanOrEqual(before + 66)
  expect((await guesses()) - known).toBe(80)
  expect((await read({ person: userId, limit: 200 })).filter(({ address }) => address === "")).not.toEqual([])
  later(399 * 86_400_000)
  const forget = () => keelson.platform.transact({ kind: "anonymous" }, forgetOldSecurityEvents(keptSecurityDays))
  await forget()
  expect(await count()).toBeGreaterThan(before)
  later(2 * 86_400_000)
  await forget()
  expect(await count()).toBe(0)
})
