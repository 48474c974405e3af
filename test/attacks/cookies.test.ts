import { expect, test } from "vitest"
import { fromPagesOf, newBrowser, turnOnFactor } from "#test/browser"
import { accountFor, startTestKeelson, testPassword } from "#test/keelson"
import { codeNow } from "#test/totp"

/* Cookies: what a browser is told to do with each, and what somebody gets who puts one of their own in front. */
const keelson = await startTestKeelson({ environment: { PUBLIC_URL: "https://keelson.example" } })
fromPagesOf(keelson)
const person = async (name: string) => {
  const email = `${name}@host.example`
  await accountFor(keelson.platform, { email, name })
  return email
}
const [ada, eve] = [await person("ada"), await person("eve")]
const wordIn = (cookie: string): string => /session_token=([^;]+)/.exec(cookie)?.[1] ?? ""
const whoIs = async (cookie: string): Promise<unknown> => {
  const answer = await fetch(`${keelson.address}/api/me`, { headers: { cookie } })
  return answer.status === 200 ? ((await answer.json()) as { user: { email: string } }).user.email : answer.status
}

test("under https each cookie of every door is for this host alone, over https, out of reach of scripts, and not sent along", async () => {
  const browser = newBrowser(keelson)
  const lines = (await browser.signIn(ada, testPassword)).headers.getSetCookie()
  const { key } = await turnOnFactor(browser, testPassword)
  lines.push(...(await browser.post("/api/auth/sign-out")).headers.getSetCookie())
  lines.push(...(await browser.signIn(ada, testPassword)).headers.getSetCookie())
  const code = { code: codeNow(key), trustDevice: true }
  lines.push(...(await browser.post("/api/auth/two-factor/verify-totp", code)).headers.getSetCookie())
  expect(new Set(lines.map((line) => line.split("=")[0])).size).toBeGreaterThanOrEqual(4)
  for (const line of lines) {
    expect(line).toMatch(/^__Host-keelson\./)
    for (const needed of [/; httponly/i, /; samesite=lax/i, /; secure/i, /; path=\/(;|$)/i])
      expect(line).toMatch(needed)
    expect(line).not.toMatch(/; domain/i)
  }
})

test("a session that was there before the sign-in, or was planted, is not the one that is opened", async () => {
  const [hers, planted] = [newBrowser(keelson), newBrowser(keelson)]
  await planted.signIn(eve, testPassword)
  const fixed = wordIn(planted.cookie())
  const answer = await fetch(`${keelson.address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: {
      ...{ "content-type": "application/json", "x-forwarded-for": "10.9.8.7", origin: "https://keelson.example" },
      cookie: `__Host-keelson.session_token=${fixed}`,
    },
    body: JSON.stringify({ email: eve, password: testPassword }),
  })
  const opened = answer.headers.getSetCookie().map(wordIn).join("")
  expect(opened).not.toBe("")
  expect(opened).not.toBe(fixed)
  await hers.signIn(eve, testPassword)
  expect(wordIn(hers.cookie())).not.toBe(opened)
})

test.each([
  ["without the prefix", (word: string) => `keelson.session_token=${word}`],
  ["with the library's prefix", (word: string) => `__Secure-keelson.session_token=${word}`],
  ["in other capitals", (word: string) => `__host-keelson.session_token=${word}`],
  ["with a sign changed", (word: string) => `__Host-keelson.session_token=${word.slice(0, 5)}x${word.slice(6)}`],
  ["without its signature", (word: string) => `__Host-keelson.session_token=${word.split(".")[0]}`],
])("a cookie %s opens nothing", async (_how, cookieOf) => {
  const browser = newBrowser(keelson)
  await browser.signIn(eve, testPassword)
  const word = wordIn(browser.cookie())
  expect(await whoIs(`__Host-keelson.session_token=${word}`)).toBe(eve)
  expect(await whoIs(cookieOf(word))).toBe(401)
})

test("one person's step between password and code is nobody else's: with another's cookie the code is not theirs", async () => {
  const [first, second] = [newBrowser(keelson), newBrowser(keelson)]
  const bob = await person("bob")
  const owner = newBrowser(keelson)
  await owner.signIn(bob, testPassword)
  const { key } = await turnOnFactor(owner, testPassword)
  const mia = await person("mia")
  const other = newBrowser(keelson)
  await other.signIn(mia, testPassword)
  const { key: own } = await turnOnFactor(other, testPassword)
  // Mia knows Bob's password, and has her own authenticator only.
  await first.signIn(bob, testPassword)
  expect((await first.post("/api/auth/two-factor/verify-totp", { code: codeNow(own) })).status).toBe(401)
  await second.signIn(mia, testPassword)
  expect((await second.post("/api/auth/two-factor/verify-totp", { code: codeNow(key) })).status).toBe(401)
  expect([await whoIs(first.cookie()), await whoIs(second.cookie())]).toEqual([401, 401])
})
