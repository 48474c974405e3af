import { expect, test } from "vitest"
import { turnOnFactor } from "#test/browser"
import { startDoors } from "#test/doors"
import { testPassword } from "#test/keelson"
import { codeNow } from "#test/totp"

/* Every way to a session, past the second factor, and what outlives a change of how one signs in. */
const { keelson, open, somebody, signedIn, isIn, linkTo, subjectsTo } = await startDoors()

test("a link by mail does not pass the second factor by, and leads to where it led once the code is given", async () => {
  const { email } = await somebody()
  const { key, codes } = await turnOnFactor(await signedIn(email), testPassword)
  const browser = open()
  await browser.post("/api/auth/sign-in/magic-link", { email, callbackURL: "/w/nordwind/home" })
  const opened = await browser.get(await linkTo(email))
  expect(opened.status).toBe(302)
  expect(opened.headers.get("location")).toBe("/sign-in?step=second-factor&next=%2Fw%2Fnordwind%2Fhome")
  expect(await isIn(browser)).toBe(false)
  expect((await browser.get("/api/auth/get-session")).body).toEqual({})
  expect((await browser.post("/api/auth/two-factor/verify-totp", { code: "000000" })).status).toBe(401)
  expect(await isIn(browser)).toBe(false)
  expect((await browser.post("/api/auth/two-factor/verify-totp", { code: codeNow(key) })).status).toBe(200)
  expect(await isIn(browser)).toBe(true)

  const lost = open()
  await lost.post("/api/auth/sign-in/magic-link", { email, callbackURL: "/" })
  await lost.get(await linkTo(email))
  const [code = ""] = codes
  expect((await lost.post("/api/auth/two-factor/verify-backup-code", { code })).status).toBe(200)
  expect(await isIn(lost)).toBe(true)
  const again = open()
  await again.signIn(email, testPassword)
  expect((await again.post("/api/auth/two-factor/verify-backup-code", { code })).status).toBe(401)
  expect((await again.post("/api/auth/two-factor/verify-backup-code", { code: codes[1] })).status).toBe(200)
})

test("who has no second factor is let in by a link, once", async () => {
  const { email } = await somebody()
  const browser = open()
  await browser.post("/api/auth/sign-in/magic-link", { email, callbackURL: "/" })
  const link = await linkTo(email)
  await browser.get(link)
  expect(await isIn(browser)).toBe(true)
  const second = open()
  await second.get(link)
  expect(await isIn(second)).toBe(false)
})

test("a new password by link asks for the second factor all the same, and ends what was open", async () => {
  const { email } = await somebody()
  const before = await signedIn(email)
  const { key } = await turnOnFactor(before, testPassword)
  const trusted = open()
  await trusted.signIn(email, testPassword)
  await trusted.post("/api/auth/two-factor/verify-totp", { code: codeNow(key), trustDevice: true })
  await trusted.post("/api/auth/sign-out")
  // A browser that was chosen to be remembered is not asked again.
  expect((await trusted.signIn(email, testPassword)).body["twoFactorRedirect"]).toBeUndefined()

  const browser = open()
  await browser.post("/api/auth/request-password-reset", { email, redirectTo: "/reset-password" })
  const lost = await browser.get(await linkTo(email))
  const token = new URL(lost.headers.get("location") ?? "", keelson.address).searchParams.get("token")
  const newPassword = "another horse battery staple"
  expect((await browser.post("/api/auth/reset-password", { newPassword, token })).status).toBe(200)
  expect([await isIn(before), await isIn(trusted), await isIn(browser)]).toEqual([false, false, false])
  for (const each of [browser, trusted])
    expect((await each.signIn(email, newPassword)).body["twoFactorRedirect"]).toBe(true)
  expect(await isIn(browser)).toBe(false)
  expect((await subjectsTo(email)).at(-1)).toBe("Your Keelson password was changed")
})

test("changing the password ends every other session at once, needs the old one, and is told by mail", async () => {
  const { email } = await somebody()
  const [here, there] = [await signedIn(email), await signedIn(email)]
  expect([await isIn(here), await isIn(there)]).toEqual([true, true])
  const newPassword = "a much better horse"
  const wrong = await here.post("/api/auth/change-password", { currentPassword: "not the one", newPassword })
  expect(wrong.status).toBe(400)
  // Whatever the caller wishes.
  const asked = { currentPassword: testPassword, newPassword, revokeOtherSessions: false }
  expect((await here.post("/api/auth/change-password", asked)).status).toBe(200)
  expect([await isIn(here), await isIn(there)]).toEqual([true, false])
  expect((await open().signIn(email, testPassword)).status).toBe(401)
  expect((await subjectsTo(email)).at(-1)).toBe("Your Keelson password was changed")
})

test("turning the second factor on or off ends every other session and is told; recovery codes are made anew", async () => {
  const { email } = await somebody()
  const [here, there] = [await signedIn(email), await signedIn(email)]
  await isIn(there)
  const { codes } = await turnOnFactor(here, testPassword)
  expect([await isIn(here), await isIn(there)]).toEqual([true, false])
  const anew = await here.post("/api/auth/two-factor/generate-backup-codes", { password: testPassword })
  const [old = ""] = codes
  const [fresh = ""] = anew.body["backupCodes"] as string[]
  const browser = open()
  await browser.signIn(email, testPassword)
  expect((await browser.post("/api/auth/two-factor/verify-backup-code", { code: old })).status).toBe(401)
  expect((await browser.post("/api/auth/two-factor/verify-backup-code", { code: fresh })).status).toBe(200)
  expect((await here.post("/api/auth/two-factor/disable", { password: testPassword })).status).toBe(200)
  expect([await isIn(here), await isIn(browser)]).toEqual([true, false])
  expect(await subjectsTo(email)).toEqual(
    expect.arrayContaining([
      "The second factor of your Keelson account is on",
      "New recovery codes for your Keelson account",
      "The second factor of your Keelson account is off",
    ]),
  )
})

test("one sees where one is signed in, ends one session or all others at once, and never another person's", async () => {
  const [{ email }, other] = [await somebody(), await somebody("Eve")]
  const [here, there, third] = [await signedIn(email), await signedIn(email), await signedIn(email)]
  const eve = await signedIn(other.email)
  type Own = Readonly<{ id: string; isThis: boolean; address: string; seenAt: string }>
  const sessionsOf = async (browser: typeof here) =>
    ((await browser.get("/api/auth/own-sessions")).body["items"] ?? []) as readonly Own[]
  const own = await sessionsOf(here)
  expect(own.map(({ isThis }) => isThis)).toEqual([true, false, false])
  expect(own.every(({ address, seenAt }) => address.startsWith("10.") && !Number.isNaN(Date.parse(seenAt)))).toBe(true)
  expect(JSON.stringify(own)).not.toMatch(/token/i)
  const theirs = (await sessionsOf(there)).find(({ isThis }) => isThis)?.id
  await eve.post("/api/auth/own-sessions/end", { id: theirs })
  expect(await isIn(there)).toBe(true)
  await here.post("/api/auth/own-sessions/end", { id: theirs })
  expect([await isIn(here), await isIn(there), await isIn(third)]).toEqual([true, false, true])
  await here.post("/api/auth/own-sessions/end-others")
  expect([await isIn(here), await isIn(third), await isIn(eve)]).toEqual([true, false, true])
  expect((await open().get("/api/auth/own-sessions")).status).toBe(401)
})

test("a code of the authenticator opens once: not again in its half minute, and of two at once one", async () => {
  const { email } = await somebody()
  const { key } = await turnOnFactor(await signedIn(email), testPassword)
  const asked = async () => {
    const browser = open()
    await browser.signIn(email, testPassword)
    return browser
  }
  const code = codeNow(key)
  const [one, other, later] = [await asked(), await asked(), await asked()]
  const at = "/api/auth/two-factor/verify-totp"
  const answers = await Promise.all([one.post(at, { code }), other.post(at, { code })])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  const again = await later.post(at, { code: ` ${code} ` })
  expect([again.status, (await later.post(at, { code })).body["code"]]).toEqual([401, "CODE_USED"])
  // What opened nothing is no used code, and the next one opens.
  expect((await later.post(at, { code: "000000" })).body["code"]).toBe("INVALID_CODE")
  expect((await later.post(at, { code: codeNow(key) })).status).toBe(200)
})
