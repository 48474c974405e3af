import { beforeAll, describe, expect, test } from "vitest"
import { uploadImport } from "#contract/imports"
import { listOwnPartnerships } from "#contract/portfolio"
import { modules } from "#modules-list"
import { encodeCursor } from "#platform/cursor"
import { newId } from "#platform/ids"
import { addressOf } from "#platform/route"
import { type Everything, recordEverything } from "#test/everything"
import { type Caller, startTestKeelson } from "#test/keelson"
import { rawRequest, sendRaw } from "#test/raw-request"

/*
 * What can be wrong with a request before any contract is asked: its host, its path, its form; and positions in lists that were
 * made up. Each is the caller's mistake and is told so.
 */
const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Hostile")
let owner: Caller
let partner: Caller
let everything: Everything
beforeAll(async () => {
  everything = await recordEverything(keelson, workspace)
  owner = await workspace.as("owner")
  partner = await workspace.asPartner(everything["organization"] ?? "")
})

const send = (...request: Parameters<typeof rawRequest>) => sendRaw(keelson.address, rawRequest(...request))

describe("on the paths of sign-in", () => {
  const hosts = ["", "a b", "[", "x:99999", "%00", "é", "a/b", "a?b", "a@b", "-", "a".repeat(5_000)]
  test.each(hosts)("whatever the host is called: %j", async (host) => {
    expect(await send("GET", "/api/auth/get-session", { host })).toMatchObject({ status: 200, body: "null" })
    const proxied = { host: "x", "x-forwarded-host": host, "x-forwarded-proto": "http:" }
    expect(await send("GET", "/api/auth/get-session", proxied)).toMatchObject({ status: 200, body: "null" })
  })

  test.each(["/api/auth/%00", "/api/auth/magic-link/verify?token=%00", "/api/auth/reset-password/a%00b?callbackURL=/"])(
    "NUL in %s",
    async (path) => {
      expect((await send("GET", path, { host: "x" })).status).toBe(422)
    },
  )

  test.each([
    ["reset-password", { newPassword: "long enough for us", token: "\u0000" }],
    ["reset-password", { newPassword: "long enough for us", token: "\ud800" }],
    ["sign-in/email", { email: "a\u0000@host.example", password: "x" }],
    ["two-factor/verify-totp", { code: { deep: ["\u0000"] } }],
  ])("NUL and half signs in the body of %s", async (path, body) => {
    const headers = { host: "x", "content-type": "application/json" }
    const answer = await send("POST", `/api/auth/${path}`, headers, JSON.stringify(body))
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([422, "invalid-input"])
  })

  test.each(["/api/auth/%E0%A4%A", "http://[/api/auth/ok"])("an address that is none: %s", async (path) => {
    const answer = await send("GET", path, { host: "x" })
    expect(answer.status).toBe(400)
    expect(answer.head).toContain("problem+json")
    expect(JSON.parse(answer.body)).toMatchObject({ code: "bad-request", requestId: expect.any(String) })
  })
})

test("no answer below /api is kept by who carries it: not a list, a refusal, a way in or an address that is none", async () => {
  const paths = [`/api/w/${workspace.slug}/organizations`, "/api/me", "/api/auth/get-session", "/api/nothing"]
  for (const path of paths) {
    const { headers } = await fetch(`${keelson.address}${path}`, { headers: { cookie: owner.cookie } })
    expect([path, headers.get("cache-control")]).toEqual([path, "no-store"])
  }
})

describe("a form with a file", () => {
  const part =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="x.csv"\r\ncontent-type: text/csv\r\n\r\na,b\r\n1,2'
  const form = "multipart/form-data; boundary=b"
  test.each([
    ["cut off within the file", part, form, 400],
    ["cut off within its headers", part.slice(0, 40), form, 400],
    ["without its boundary", part, "multipart/form-data", 400],
    ["with another field", '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n--b--\r\n', form, 400],
    ["with nothing in it", "--b--\r\n", form, 422],
  ])("%s", async (_what, body, type, status) => {
    const admin = await workspace.as("admin")
    const path = addressOf(uploadImport).replace(":workspace", workspace.slug)
    const answer = await send("POST", path, { host: "x", cookie: admin.cookie, "content-type": type }, body)
    expect([answer.status, answer.body]).toEqual([status, expect.stringContaining("requestId")])
  })
})

const lists = modules
  .flatMap(({ actions }) => actions.map(({ endpoint }) => endpoint))
  .filter(({ query }) => "after" in query.shape)

/** A position of every kind of order, and some of none. */
const keys: readonly unknown[] = [
  ...["Nordwind", "", "\u0000", "\ud800", "today", "infinity", "0000-01-01", "2026-02-30", "2026-03-01", newId()],
  ...["2026-03-01T10:00:00.000Z", "0000-01-01T10:00:00.000Z", "2026-13-01T10:00:00.000Z", "x".repeat(600)],
  ...[0, -1, 1.5, 1e308, 2 ** 53, null, true, [], {}],
]

test("there are as many lists as ever", () => {
  expect(lists.length).toBeGreaterThanOrEqual(13)
})

describe.each(lists.map((endpoint) => [endpoint.path, endpoint] as const))("a position in %s", (_path, endpoint) => {
  const ids = () =>
    Object.fromEntries(Object.keys(endpoint.params.shape).map((name) => [name, everything[name] ?? newId()]))
  const more = "subjectKind" in endpoint.query.shape ? { subjectKind: "partnership" } : {}
  const ask = (after: string) =>
    // What a partner has of its vendor is a list of its own, which no host reads.
    (endpoint === listOwnPartnerships ? partner : owner).call(endpoint, {
      ...ids(),
      ...more,
      ...("subjectId" in endpoint.query.shape ? { subjectId: everything["partnership"] } : {}),
      after,
    } as never)

  test("is one of this list, or is refused with a sentence", async () => {
    const seen = new Map<unknown, number>()
    for (const key of keys) {
      for (const last of [newId(), "not an id"]) {
        const { status, body } = await ask(encodeCursor([key as string, last]))
        expect([200, 422], JSON.stringify({ key, last, body })).toContain(status)
        if (status === 422) expect(body).toMatchObject({ errors: [{ field: "query.after" }] })
        if (last !== "not an id") seen.set(key, status)
        else expect(status).toBe(422)
      }
    }
    // Neither everything nor nothing is a position.
    expect(new Set(seen.values())).toEqual(new Set([200, 422]))
    for (const junk of ["nonsense", "e30", "W10", "bnVsbA", "%00"]) expect((await ask(junk)).status).toBe(422)
  })
})
