import fc from "fast-check"
import pg from "pg"
import { afterAll, describe, expect, test } from "vitest"
import { mutated } from "#test/harvest"
import { accountFor, signIn, startTestKeelson, testPassword } from "#test/keelson"

/*
 * Every path that the sign-in library and our plugins bring below /api/auth, asked of the library itself, so that one that comes with
 * a new version is tried by itself: with what such paths take, with that mutated, and with bodies of any shape, by people and by nobody.
 * Never a 5xx, never a stack, and what was refused changed no account, no password and no session.
 */
const keelson = await startTestKeelson()
const { doors } = keelson.platform.identity
const database = new pg.Client({ connectionString: keelson.ownerUrl })
await database.connect()
afterAll(() => database.end())

const emails = ["one@host.example", "two@host.example", "three@host.example"]
for (const email of emails) await accountFor(keelson.platform, { email, name: email })
const cookies = new Map<string, string>([["nobody", ""]])
const enter = async (email: string) => cookies.set(email, await signIn(keelson.address, email))
for (const email of emails.slice(0, 2)) await enter(email)
cookies.set("forged", `${cookies.get("one@host.example")?.slice(0, -6)}AAAAAA`)

const lasting = `select
  (select string_agg(id || user_id || token, ' ' order by id) from identity.session) as sessions,
  (select string_agg(id || user_id || coalesce(password, ''), ' ' order by id) from identity.account) as accounts,
  (select string_agg(id || email || name, ' ' order by id) from identity."user") as people`.replaceAll(
  "user_id",
  '"userId"',
)
const kept = async () => (await database.query(lasting)).rows[0]

let addresses = 0
/** Each from an address of its own: who is told to wait was not heard. */
const nextAddress = () => `10.${(++addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`

const words = [
  "",
  "x",
  "\0",
  "\u202e",
  "💥",
  "../..",
  "javascript:alert(1)",
  "//evil.example",
  "a".repeat(5_000),
  "%00",
  "{}",
  "null",
]
const texts = fc.oneof(
  fc.constantFrom(...emails, "stranger@host.example", testPassword, "/home", "123456", "no word of ours", ...words),
  mutated("one@host.example"),
  fc.string({ unit: "binary", maxLength: 40 }),
)
const anything = fc.oneof(
  { weight: 6, arbitrary: texts },
  fc.constantFrom(null, true, -1, 2 ** 53, [], {}, ["x"]),
  fc.jsonValue(),
)
const names = [
  "email",
  "password",
  "newPassword",
  "token",
  "code",
  "callbackURL",
  "redirectTo",
  "name",
  "id",
  "method",
  "issuer",
]
const more = [
  "rememberMe",
  "trustDevice",
  "revokeOtherSessions",
  "disableSession",
  "provider",
  "idToken",
  "userId",
  "image",
  "sessionToken",
]
const form = fc.dictionary(fc.constantFrom(...names, ...more, "__proto__", "constructor"), anything, { maxKeys: 8 })
const usual = fc.record({ email: fc.constantFrom(...emails), password: fc.constantFrom(testPassword, "wrong") })
const body = fc.oneof({ weight: 3, arbitrary: form }, usual, fc.jsonValue())

const sound = { email: emails[2], password: "wrong", newPassword: "another long one", token: "x", code: "123456" }

type Try = Readonly<{ who: string; body: unknown; query: Record<string, unknown>; value: string }>
const tries: fc.Arbitrary<Try> = fc.record({
  who: fc.constantFrom("nobody", "forged", ...emails.slice(0, 2)),
  body,
  query: form,
  value: texts,
})

const ask = async (path: string, method: string, { who, body, query, value }: Try) => {
  const search = new URLSearchParams(
    Object.entries(query).map(([name, each]): [string, string] => [name, String(each)]),
  ).toString()
  const at = path.replaceAll(/:\w+/g, encodeURIComponent(value.toWellFormed() || "x"))
  const response = await fetch(`${keelson.address}/api/auth${at}?${search}`, {
    method,
    redirect: "manual",
    headers: {
      "x-forwarded-for": nextAddress(),
      cookie: cookies.get(who) ?? "",
      ...(method === "GET" ? {} : { "content-type": "application/json", origin: keelson.platform.config.publicUrl }),
    },
    ...(method === "GET" ? {} : { body: JSON.stringify(body) ?? "null" }),
  })
  return { status: response.status, said: await response.text(), to: response.headers.get("location") }
}

test("the library tells of its paths: signing in, and what is closed", () => {
  const paths = doors.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(["/sign-in/email", "/sign-up/email", "/reset-password/:token"]))
  expect(paths.length).toBeGreaterThan(25)
})

describe.each(doors.flatMap(({ path, methods }) => methods.map((method) => [method, path] as const)))(
  "%s %s",
  (method, path) => {
    test("survives whatever is sent, and what it refuses changes nothing", async () => {
      let before = await kept()
      const check = async (tried: Try) => {
        const { status, said, to } = await ask(path, method, tried)
        expect(status, said.slice(0, 500)).toBeLessThan(500)
        expect(said).not.toMatch(/\bat [\w.]+ \(|node_modules/)
        const { origin } = new URL(keelson.platform.config.publicUrl)
        expect(new URL(to ?? "/", origin).origin).toBe(origin)
        const after = await kept()
        if (status >= 400) expect(after).toEqual(before)
        else for (const email of emails.slice(0, 2)) if (!(await isIn(email))) await enter(email)
        before = await kept()
      }
      // Each hostile word alone, in a body that is otherwise as it should be: the first thing wrong ends a request.
      for (const word of words)
        for (const name of ["email", "password", "token", "code"])
          await check({
            who: "one@host.example",
            body: { ...sound, [name]: word },
            query: { token: word },
            value: word,
          })
      await fc.assert(fc.asyncProperty(tries, check), { numRuns: 12, seed: 21, endOnFailure: true })
    })
  },
)

const isIn = async (email: string): Promise<boolean> =>
  (await fetch(`${keelson.address}/api/me`, { headers: { cookie: cookies.get(email) ?? "" } })).status === 200
