import { expect, test } from "vitest"
import { turnOnFactor } from "#test/browser"
import { startDoors } from "#test/doors"
import { testPassword } from "#test/keelson"
import { runEverything } from "#test/queue"

/* What somebody can do who knows an address only: guess, ask for links, lead elsewhere; and what a stolen session or copy is good for. */
const { keelson, database, open, somebody, signedIn, mailsTo, linkTo, subjectsTo, later } = await startDoors()

test("sixty addresses guess sixty times: five guesses count, the owner comes in from a known browser, and later from anywhere", async () => {
  const { email } = await somebody()
  const known = await signedIn(email)
  await known.post("/api/auth/sign-out")
  const guesses = await Promise.all(Array.from({ length: 60 }, () => open().signIn(email, "not the password")))
  expect(Map.groupBy(guesses, ({ status }) => status).get(401)).toHaveLength(5)
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(55)
  expect(guesses.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("10")
  // The right password from an unknown browser waits its turn; a browser the owner has used does not.
  expect((await open().signIn(email, testPassword)).status).toBe(429)
  expect((await known.signIn(email, testPassword)).status).toBe(200)
  expect(await subjectsTo(email)).toContain("Somebody is guessing your Keelson password")
  later(15 * 60_000)
  expect((await open().signIn(email, testPassword)).status).toBe(200)
})

test("guessing at an address that nobody has is answered in the same way", async () => {
  const guesses: number[] = []
  for (let each = 0; each < 7; each++) guesses.push((await open().signIn("nobody@else.example", "guess")).status)
  expect(guesses).toEqual([401, 401, 401, 401, 401, 429, 429])
})

test("a stolen session cannot guess the password from many addresses", async () => {
  const { email } = await somebody()
  const browser = await signedIn(email)
  const statuses: number[] = []
  for (const path of [
    "change-password",
    "two-factor/enable",
    "two-factor/disable",
    "change-password",
    "two-factor/enable",
    "change-password",
  ])
    statuses.push(
      (
        await browser.post(`/api/auth/${path}`, {
          password: "wrong",
          currentPassword: "wrong",
          newPassword: "long enough for it",
        })
      ).status,
    )
  expect(statuses).toEqual([400, 400, 400, 400, 400, 429])
})

test("links go to known addresses only, and what is counted, kept and queued is the same for a stranger's", async () => {
  const { email } = await somebody()
  await runEverything(keelson)
  const counted = async () =>
    (
      await database.query(
        `select (select count(*)::int from identity.verification) as links, (select count(*)::int from identity.tally) as tallies,
          (select count(*)::int from graphile_worker.jobs) as jobs`,
      )
    ).rows[0]
  const grown = async (path: string, to: string) => {
    const before = await counted()
    const answer = await open().post(path, { email: to, callbackURL: "/", redirectTo: "/reset-password" })
    const after = await counted()
    return [answer.status, answer.body, ...["links", "tallies", "jobs"].map((name) => after[name] - before[name])]
  }
  for (const [path, stranger] of [
    ["/api/auth/sign-in/magic-link", "one@else.example"],
    ["/api/auth/request-password-reset", "two@else.example"],
  ] as const) {
    const known = await grown(path, path.endsWith("link") ? email : (await somebody()).email)
    expect(known.slice(2)).toEqual([1, 1, 1])
    expect(await grown(path, stranger)).toEqual(known)
  }
  expect(await mailsTo("one@else.example")).toEqual([])
  expect(await mailsTo("two@else.example")).toEqual([])
})

test("nobody is bombed with links: five an hour to one address, whoever asks, however it is written", async () => {
  const { email } = await somebody()
  for (let each = 0; each < 8; each++) {
    const to = each % 2 ? email.toUpperCase() : email
    const path = each % 3 ? "sign-in/magic-link" : "request-password-reset"
    expect((await open().post(`/api/auth/${path}`, { email: to, redirectTo: "/reset-password" })).status).toBe(200)
  }
  expect(await mailsTo(email)).toHaveLength(5)
  later(3_600_000)
  await open().post("/api/auth/sign-in/magic-link", { email })
  expect(await mailsTo(email)).toHaveLength(6)
})

test("a sign-in from a browser that is new is told by mail, in the person's language; the first and a known one are not", async () => {
  const { email, user } = await somebody()
  await database.query(`update identity."user" set "locale" = 'de' where "id" = $1`, [user.id])
  const first = await signedIn(email)
  await first.post("/api/auth/sign-out")
  await first.signIn(email, testPassword)
  expect(await subjectsTo(email)).toEqual([])
  await signedIn(email)
  const [mail = ""] = await mailsTo(email)
  expect(mail).toContain("Browser angemeldet, den wir noch nicht kennen")
})

test.each([
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "https://evil.example",
  "/.//evil.example",
  "//u:p@evil.example",
])("no parameter of sign-in leads to %j", async (out) => {
  const { email } = await somebody()
  const browser = open()
  for (const name of ["callbackURL", "errorCallbackURL", "newUserCallbackURL", "redirectTo"]) {
    expect([name, (await browser.post("/api/auth/sign-in/magic-link", { email, [name]: out })).status]).toEqual([
      name,
      400,
    ])
    const query = new URLSearchParams({ token: "x", [name]: out })
    for (const path of ["magic-link/verify", "reset-password/x", "error"]) {
      const answer = await browser.get(`/api/auth/${path}?${query}`)
      expect([path, answer.status, answer.headers.get("location")]).toEqual([path, 400, null])
    }
  }
  expect(await mailsTo(email)).toEqual([])
})

test("what the database keeps of links, codes and browsers opens nothing", async () => {
  const { email, user } = await somebody()
  const browser = await signedIn(email)
  const { codes } = await turnOnFactor(browser, testPassword)
  await open().post("/api/auth/sign-in/magic-link", { email, callbackURL: "/" })
  const magic = new URL(await linkTo(email), keelson.address).searchParams.get("token") ?? "no token"
  await open().post("/api/auth/request-password-reset", { email, redirectTo: "/reset-password" })
  const reset = (await linkTo(email)).match(/reset-password\/([^?]+)/)?.[1] ?? "no token"
  const { rows } = await database.query(
    `select v::text as row from identity.verification v union all select f::text from identity."twoFactor" f union all select d::text from identity.device d`,
  )
  const kept = rows.map(({ row }) => row).join("\n")
  expect(kept).toContain(user.id)
  for (const word of [magic, reset, ...codes]) expect(kept).not.toContain(word)
  // A session's word is kept as it is, and is worth nothing without its signature.
  const { rows: sessions } = await database.query<{ token: string }>(
    `select "token" as token from identity."session" where "userId" = $1`,
    [user.id],
  )
  const forged = await fetch(`${keelson.address}/api/me`, {
    headers: { cookie: `keelson.session_token=${sessions[0]?.token}` },
  })
  expect(forged.status).toBe(401)
})

test("what nobody here needs of the library is not there", async () => {
  const browser = await signedIn((await somebody()).email)
  for (const path of [
    "sign-up/email",
    "sign-in/social",
    "delete-user",
    "change-email",
    "update-session",
    "link-social",
  ])
    expect([path, (await browser.post(`/api/auth/${path}`)).status]).toEqual([path, 404])
})
