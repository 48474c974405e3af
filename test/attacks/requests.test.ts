import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { recordActivity } from "#contract/activities"
import { recordDeal } from "#contract/deals"
import { recordMeasurement } from "#contract/measurements"
import { createOrganization, listOrganizations } from "#contract/organizations"
import { editPartnership } from "#contract/partnerships"
import { listContacts } from "#contract/people"
import { getPartnership, listPartnerships } from "#contract/portfolio"
import type { Endpoint } from "#core/endpoint"
import { addressOf } from "#platform/route"
import { type Caller, startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"
import { type RawAnswer, rawRequest, sendRaw } from "#test/raw-request"

/* Requests that no client of ours would write: bodies, numbers, lengths, methods and conditions that two programs could read in two ways. */
const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Raw")
const [owner, viewer] = [await workspace.as("owner"), await workspace.as("viewer")]
const { id: partnership } = await recordPartnership(owner, "Contoso")

const pathOf = (endpoint: Endpoint): string =>
  addressOf(endpoint).replace(":workspace", workspace.slug).replace(":partnership", partnership)
const send = (
  endpoint: Endpoint,
  body: string | Buffer,
  more: Record<string, string> = {},
  who: Caller = owner,
): Promise<RawAnswer> => {
  const headers = { host: "x", cookie: who.cookie, "content-type": "application/json", ...more }
  return sendRaw(keelson.address, rawRequest(endpoint.method, pathOf(endpoint), headers, String(body)))
}
const isRefused = ({ status, body }: RawAnswer): boolean =>
  status >= 400 && status < 500 && !/\bat [\w.]+ \(|node_modules/.test(body)
const count = async () => (await owner.call(listOrganizations, { limit: 200 })).body.items.length

describe("a body", () => {
  const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth)
  test.each([
    ["that would change what all objects have", '{"name":"a","__proto__":{"isAdmin":true}}'],
    ["that would do so by the constructor", '{"name":"a","constructor":{"prototype":{"isAdmin":true}}}'],
    ["nested a hundred thousand deep", `{"name":${deep(100_000)}}`],
    ["of the deepest object that fits", `${'{"a":'.repeat(150_000)}1${"}".repeat(150_000)}`],
    ["with a number for a name", '{"name":1e999}'],
    ["that ends too early", '{"name":"a"'],
    ["with more behind it", '{"name":"a"} {"name":"b"}'],
    ["that is no object", '"name"'],
    ["of nothing", "null"],
    ["in another encoding", Buffer.from('{"name":"a"}', "utf16le").toString("latin1")],
  ])("%s is refused, and nothing is made of it", async (_what, body) => {
    const before = await count()
    const answer = await send(createOrganization, body)
    expect([answer.status, isRefused(answer)]).toEqual([answer.status, true])
    expect(await count()).toBe(before)
    expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined()
  })

  test("with a field twice is read once, by who checks it and by who stores it alike", async () => {
    const answer = await send(createOrganization, `{"name":"${"x".repeat(5_000)}","name":"Twice"}`)
    expect([answer.status, JSON.parse(answer.body).name]).toEqual([201, "Twice"])
    expect((await send(createOrganization, `{"name":"Twice too","name":"${"x".repeat(5_000)}"}`)).status).toBe(422)
  })

  test("that is packed is not unpacked, however small it comes", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, " "))
    for (const encoding of ["gzip", "deflate", "br", "gzip, gzip"]) {
      const answer = await fetch(keelson.address + pathOf(createOrganization), {
        method: "POST",
        headers: { cookie: owner.cookie, "content-type": "application/json", "content-encoding": encoding },
        body: bomb,
      })
      expect([encoding, answer.status >= 400 && answer.status < 500]).toEqual([encoding, true])
    }
  })
})

describe("a number", () => {
  const numbers = [
    "1e400",
    "-1e400",
    "1e-400",
    "9".repeat(400),
    "NaN",
    "Infinity",
    "0x10",
    "1_000",
    "+1",
    "01",
    "1e",
    "--1",
  ]
  test.each(numbers)("%s is none to calculate with, or is refused", async (number) => {
    const figure = `{"signal":"revenue","side":"partner","periodStart":"2026-01-05","value":${number}}`
    const answer = await send(recordMeasurement, figure)
    const isZero = number === "1e-400"
    expect([answer.status, isZero || isRefused(answer)]).toEqual([answer.status, true])
  })

  test.each(["1e308", "9007199254740993", "-1", "1.5", "1e21", "99999999999999999999"])(
    "of money, %s, is kept exactly or refused",
    async (minor) => {
      const amount = `{"amountMinor":${minor},"currency":"EUR"}`
      const answer = await send(recordDeal, `{"name":"Deal of ${minor}","amount":${amount}}`)
      expect(answer.status).toBeLessThan(500)
      if (answer.status < 300) expect(String(JSON.parse(answer.body).amount.amountMinor)).toBe(minor)
    },
  )
})

describe("lengths and methods", () => {
  const body = '{"name":"Smuggled"}'
  const head = (lines: readonly string[]) =>
    [
      `POST ${pathOf(createOrganization)} HTTP/1.1`,
      "host: x",
      `cookie: ${owner.cookie}`,
      "content-type: application/json",
      ...lines,
    ]
      .join("\r\n")
      .concat("\r\n\r\n")
  const second = `GET ${pathOf(listOrganizations)} HTTP/1.1\r\nhost: x\r\ncookie: ${owner.cookie}\r\nconnection: close\r\n\r\n`
  test.each([
    ["two lengths", ["content-length: 19", "content-length: 190"]],
    ["a length and pieces", ["content-length: 5", "transfer-encoding: chunked"]],
    ["pieces under another name", ["transfer-encoding: xchunked"]],
    ["pieces twice", ["transfer-encoding: chunked, identity"]],
    ["a length with a sign", ["content-length: +19"]],
    ["a length in another base", ["content-length: 0x13"]],
    ["a folded line", ["x-a: b", " transfer-encoding: chunked", "content-length: 19"]],
    ["a space before the colon", ["content-length : 19"]],
    ["a bare line feed", ["x-a: b\ntransfer-encoding: chunked", "content-length: 19"]],
  ])("%s: what could be read in two ways is not read on", async (_what, lines) => {
    const before = await count()
    const answer = await sendRaw(keelson.address, head(lines) + body + second)
    expect(answer.status).toBe(400)
    // One answer, and the connection is closed: what came behind is no request.
    expect(answer.body.match(/HTTP\/1\.1 /g)).toBeNull()
    expect(await count()).toBe(before)
  })

  test("another method in a header, a field or the query changes nothing", async () => {
    const made = JSON.parse((await send(createOrganization, '{"name":"Stays"}')).body) as { id: string }
    const path = `/api/w/${workspace.slug}/organizations`
    for (const name of ["x-http-method-override", "x-http-method", "x-method-override"])
      for (const [method, to] of [
        ["GET", `${path}/${made.id}`],
        ["GET", `${path}?_method=DELETE`],
        ["POST", `${path}/${made.id}?_method=DELETE`],
      ] as const) {
        const answer = await sendRaw(
          keelson.address,
          rawRequest(
            method,
            to,
            { host: "x", cookie: owner.cookie, [name]: "DELETE", "content-type": "application/json" },
            method === "POST" ? "{}" : "",
          ),
        )
        expect(answer.status).toBeLessThan(500)
      }
    expect((await owner.call(listOrganizations, { limit: 200 })).body.items.map(({ id }) => id)).toContain(made.id)
  })

  test.each(["HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"])(
    "%s tells nobody who is not signed in anything",
    async (method) => {
      const answer = await sendRaw(keelson.address, rawRequest(method, pathOf(listOrganizations), { host: "x" }))
      // No answer at all is none.
      expect([answer.status < 400, answer.body.includes("Contoso")]).toEqual([false, false])
      expect(answer.head).not.toContain("access-control-allow-origin")
    },
  )
})

describe("conditions", () => {
  test.each([
    '"1e0"',
    '"01"',
    '"1.0"',
    "1",
    '""',
    "*",
    '"1", "2"',
    'W/"1"',
    '"99999999999999999999"',
    '"-1"',
    '"__proto__"',
  ])("If-Match: %s is the version that was read or none", async (ifMatch) => {
    const versionNow = async () => (await owner.call(getPartnership, { partnership })).body.version
    const version = await versionNow()
    const edit = '{"name":"Contoso","type":"reseller","currency":"EUR"}'
    const answer = await send(editPartnership, edit, { "if-match": ifMatch })
    const after = await versionNow()
    if (answer.status < 300) expect([ifMatch, after]).toEqual([ifMatch, version + 1])
    else expect([ifMatch, isRefused(answer), after]).toEqual([ifMatch, true, version])
  })

  test("somebody's Idempotency-Key is nobody else's: no answer, and no act, by another's key or in another workspace", async () => {
    const key = "one-key-for-all"
    const act = { partnership, kind: "call" } as const
    const mine = await owner.call(recordActivity, act, { idempotencyKey: key })
    expect(mine.status).toBe(201)
    const refused = await viewer.call(recordActivity, act, { idempotencyKey: key })
    expect(refused.status).toBe(403)
    const elsewhere = await (await keelson.workspace("Elsewhere")).as("owner")
    expect((await elsewhere.call(recordActivity, act, { idempotencyKey: key })).status).toBe(404)
    const again = await owner.call(recordActivity, act, { idempotencyKey: key })
    expect([again.status, again.body]).toEqual([201, mine.body])
    for (const odd of ["", " ", "x".repeat(10_000), "a\tb"])
      expect((await send(recordActivity, '{"kind":"call"}', { "idempotency-key": odd })).status).toBeLessThan(500)
  })
})

describe("what is searched for", () => {
  test.each([
    "%",
    "_",
    "%_%_%_%_%_%",
    "\\",
    "\\%",
    "'; drop table partnership; --",
    "(a+)+$",
    ":* & | !",
    "%".repeat(200),
  ])("%j is looked for as it is, and matches nothing else", async (search) => {
    for (const list of [listPartnerships, listOrganizations, listContacts]) {
      const { status, body } = await owner.call(list as typeof listPartnerships, { search })
      expect(status < 300 ? body.items : status).toEqual(status < 300 ? [] : 422)
    }
  })

  test("what is there is found by it", async () => {
    const { body } = await owner.call(listPartnerships, { search: "Contoso" })
    expect(body.items.map(({ name }) => name)).toEqual(["Contoso"])
  })
})
