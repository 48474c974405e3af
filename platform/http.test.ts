import { expect, test } from "vitest"
import { createOrganization, editOrganization, listOrganizations } from "#contract/organizations"
import { deactivateMember, listMembers } from "#contract/people"
import { accountFor, signIn, startTestKeelson, testPassword } from "#test/keelson"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Edge")
const owner = await workspace.as("owner")

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${keelson.address}${path}`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", cookie: owner.cookie, ...headers },
  })
const organizations = `/api/w/${workspace.slug}/organizations`

test("bad input is answered with a problem document that names the field and what was expected", async () => {
  const response = await post(organizations, JSON.stringify({ name: "", domains: ["not a domain"], colour: "red" }))
  expect(response.status).toBe(422)
  expect(response.headers.get("content-type")).toContain("application/problem+json")
  const problem = (await response.json()) as { errors: { field: string }[] }
  expect(problem.errors.map(({ field }) => field).sort()).toEqual(["colour", "domains.0", "name"])
})

test.each([
  ["broken JSON", "{", 400],
  ["an array", "[]", 422],
  ["a lone surrogate", '{"name":"\\ud800"}', 422],
  ["a NUL", '{"name":"a\\u0000b"}', 422],
  ["a body over the limit", JSON.stringify({ name: "x".repeat(2_000_000) }), 413],
])("%s is refused without a fault", async (_what, body, status) => {
  expect((await post(organizations, body)).status).toBe(status)
})

test("another media type is refused", async () => {
  expect((await post(organizations, "name=x", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(
    415,
  )
})

test("a page of another site may not act", async () => {
  expect((await post(organizations, "{}", { "sec-fetch-site": "cross-site" })).status).toBe(403)
  expect((await post(organizations, "{}", { origin: "https://evil.example" })).status).toBe(403)
})

test("an edit without the version that was read is refused", async () => {
  const { body } = await owner.call(createOrganization, { name: "Versioned" })
  const response = await fetch(`${keelson.address}${organizations}/${body.id}`, {
    method: "PUT",
    headers: { cookie: owner.cookie, "content-type": "application/json" },
    body: JSON.stringify({ name: "Changed" }),
  })
  expect(response.status).toBe(428)
})

test("an edit of another version is refused after the policy was asked and before anything is done", async () => {
  const { body } = await owner.call(createOrganization, { name: "Edited" })
  const edit = { organization: body.id, name: "Edited again" }
  const viewer = await workspace.as("viewer")
  expect(await viewer.call(editOrganization, edit, { ifMatch: 7 })).toMatchObject({ status: 403 })
  const late = await owner.call(editOrganization, edit, { ifMatch: 7 })
  expect(late).toMatchObject({ status: 412, body: { code: "changed-meanwhile", detail: { version: body.version } } })
  expect(await owner.call(editOrganization, edit, { ifMatch: body.version })).toMatchObject({ status: 200 })
})

test("what is made is answered 201, any other act 200, and so is its repetition", async () => {
  const made = () => owner.call(createOrganization, { name: "Made" }, { idempotencyKey: "made" })
  expect([(await made()).status, (await made()).status]).toEqual([201, 201])
  const left = await workspace.as("finance")
  const member = (await left.call(listMembers, {})).body.items.find(({ isSelf }) => isSelf)?.id ?? ""
  const act = () => owner.call(deactivateMember, { member }, { idempotencyKey: "left" })
  expect([(await act()).status, (await act()).status]).toEqual([200, 200])
})

test("one Idempotency-Key with another request is refused; many at once make one thing", async () => {
  await owner.call(createOrganization, { name: "First" }, { idempotencyKey: "k" })
  expect((await owner.call(createOrganization, { name: "Second" }, { idempotencyKey: "k" })).status).toBe(422)
  const racing = await Promise.all(
    Array.from({ length: 5 }, () => owner.call(createOrganization, { name: "Raced" }, { idempotencyKey: "race" })),
  )
  expect(new Set(racing.map(({ body }) => body.id)).size).toBe(1)
})

test("an Idempotency-Key is its user's: another's request with the same one is another request", async () => {
  const admin = await workspace.as("admin")
  const make = (caller: typeof owner) =>
    caller.call(createOrganization, { name: "Same key" }, { idempotencyKey: "own" })
  const [one, other] = [await make(owner), await make(admin)]
  expect([one.status, other.status]).toEqual([201, 201])
  expect(other.body.id).not.toBe(one.body.id)
  expect((await make(owner)).body.id).toBe(one.body.id)
})

test("of many edits of one version at once, one is kept and the others are told", async () => {
  const { body } = await owner.call(createOrganization, { name: "Edited at once" })
  const edits = await Promise.all(
    Array.from({ length: 5 }, (_, index) =>
      owner.call(editOrganization, { organization: body.id, name: `Edit ${index}` }, { ifMatch: body.version }),
    ),
  )
  expect(edits.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412])
  const kept = edits.find(({ status }) => status === 200)?.body
  const { body: list } = await owner.call(listOrganizations, { limit: 200 })
  expect(list.items.find(({ id }) => id === body.id)).toMatchObject({ name: kept?.name, version: body.version + 1 })
})

test("an invalid page position says so", async () => {
  expect((await owner.call(listOrganizations, { after: "nonsense" })).status).toBe(422)
})

test("an unknown address, a wrong method and no session are problems too", async () => {
  for (const [path, status] of [
    ["/api/nothing", 404],
    ["/api/me", 401],
    [organizations, 401],
  ] as const) {
    const response = await fetch(`${keelson.address}${path}`)
    expect([path, response.status]).toEqual([path, status])
    expect(response.headers.get("content-type")).toContain("problem+json")
  }
})

test("guessing passwords from one address is slowed down, whoever is guessed at", async () => {
  const guess = (attempt: number) =>
    fetch(`${keelson.address}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": "10.9.9.9" },
      body: JSON.stringify({ email: `nobody-${attempt}@host.example`, password: "wrong wrong wrong" }),
    })
  const statuses: number[] = []
  for (let attempt = 0; attempt < 12; attempt++) statuses.push((await guess(attempt)).status)
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401))
  expect(statuses.slice(10)).toEqual([429, 429])
})

test("a sign-out holds at once", async () => {
  const email = `leaver-${Date.now()}@host.example`
  await accountFor(keelson.platform, { email, name: "Leaver" })
  const cookie = await signIn(keelson.address, email)
  const me = () => fetch(`${keelson.address}/api/me`, { headers: { cookie } })
  expect((await me()).status).toBe(200)
  const out = await fetch(`${keelson.address}/api/auth/sign-out`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json", origin: keelson.platform.config.publicUrl },
    body: "{}",
  })
  expect(out.status).toBe(200)
  expect((await me()).status).toBe(401)
})

test("nobody signs up uninvited", async () => {
  const response = await post(
    "/api/auth/sign-up/email",
    JSON.stringify({ email: "new@host.example", password: testPassword, name: "New" }),
  )
  expect(response.status).toBeGreaterThanOrEqual(400)
})

test("pages forbid inline scripts and framing", async () => {
  const policy = (await fetch(`${keelson.address}/api/reference`)).headers.get("content-security-policy")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
})

test("probes, metrics and the API's description answer", async () => {
  for (const path of ["/health", "/ready", "/metrics", "/api/reference"])
    expect((await fetch(keelson.address + path)).status).toBe(200)
  const described = (await (await fetch(`${keelson.address}/api/openapi.json`)).json()) as {
    openapi: string
    paths: Record<string, Record<string, { responses: object }>>
  }
  expect(described.openapi).toBe("3.1.0")
  expect(Object.keys(described.paths)).toContain("/api/w/{workspace}/organizations")
  const statuses = (path: string, method: string) =>
    Object.keys(described.paths[`/api/w/{workspace}${path}`]?.[method]?.responses ?? {})
  expect(statuses("/organizations", "post")).toEqual(expect.arrayContaining(["201", "409"]))
  expect(statuses("/members/{member}/deactivate", "post")).toContain("200")
  expect(statuses("/organizations/{organization}", "put")).toEqual(expect.arrayContaining(["200", "412"]))
})

test("every answer carries the same security headers, the first one and those after it", async () => {
  const fresh = await startTestKeelson()
  const headers = async (path: string) => {
    const { headers: all } = await fetch(`${fresh.address}${path}`)
    const named = ["content-security-policy", "x-content-type-options", "referrer-policy", "x-frame-options"]
    return named.map((name) => all.get(name))
  }
  const first = await headers("/health")
  expect(first.every((value) => value !== null)).toBe(true)
  for (const path of ["/health", "/ready", "/api/me", "/api/nothing"]) expect(await headers(path)).toEqual(first)
})
