import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { demandFactor, getMe, getWorkspace } from "#contract/workspaces"
import { fromPagesOf, newBrowser, turnOnFactor } from "#test/browser"
import { accountFor, callerWith, signIn, testPassword } from "#test/keelson"
import { recordPartnership } from "#test/promises"
import { codeNow } from "#test/totp"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"
import { linkFrom } from "./mail.ts"

/* One's own account: password, second factor, recovery codes, sessions; and a workspace that asks for a second factor. */
const { keelson, mail, visit } = await startJourney("account")
fromPagesOf(keelson)
const workspace = await keelson.workspace("Analytical Engines")

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name })
const secretOn = async (page: Page, link: string) =>
  new URL((await page.getByRole("link", { name: link }).getAttribute("href")) ?? "").searchParams.get("secret") ?? ""

test("a password is changed, and the session in another browser is over", async () => {
  await accountFor(keelson.platform, { email: "ada@example.com", name: "Ada Lovelace" })
  const other = newBrowser(keelson)
  await other.signIn("ada@example.com", testPassword)
  const { page, go, see, expectRefusal } = await visit({ cookie: await signIn(keelson.address, "ada@example.com") })
  expectRefusal("400 POST /api/auth/change-password")
  await go("/account")
  await title(page, "Your account").waitFor()
  await button(page, "End all others").waitFor()
  await see("account")
  await page.getByLabel("Current password").fill("not the password")
  await page.getByLabel("New password").fill("Password12345")
  await page.getByText("Weak: longer is better").waitFor()
  await page.getByLabel("New password").fill("a lamp beside the river")
  await page.getByText("Strong.").waitFor()
  await button(page, "Change password").click()
  await page.getByText("This is not your password.").waitFor()
  await see("account-wrong-password")
  await page.getByLabel("Current password").fill(testPassword)
  await button(page, "Change password").click()
  await page.getByText("Your password is changed").waitFor()
  await button(page, "End all others").waitFor({ state: "detached" })
  expect((await other.get("/api/me")).status).toBe(401)
  await mail.waitFor("ada@example.com")
})

test("dates, numbers and money are written as in the country that one chooses, in another browser too", async () => {
  await accountFor(keelson.platform, { email: "emmy@example.com", name: "Emmy Noether" })
  const { page, go } = await visit({ cookie: await signIn(keelson.address, "emmy@example.com") })
  await go("/account")
  const region = page.getByRole("combobox", { name: "Dates, numbers and money as in" })
  await region.click()
  await region.fill("German")
  await page.getByRole("option", { name: "Germany" }).click()
  await page.getByText("1.234,5").waitFor()
  await button(page, "Save").click()
  await page.getByText("Saved.").waitFor()

  const other = await visit({ locale: "en-US", cookie: await signIn(keelson.address, "emmy@example.com") })
  await other.go("/account")
  await other.page.getByText("1.234,5").waitFor()
})

test("sessions are listed with device and place, and one is ended", async () => {
  await accountFor(keelson.platform, { email: "mary@example.com", name: "Mary Somerville" })
  const other = newBrowser(keelson)
  await other.signIn("mary@example.com", testPassword)
  const { page, go } = await visit({ look: phone, cookie: await signIn(keelson.address, "mary@example.com") })
  await go("/account")
  await page.getByRole("button", { name: /^End the session of/ }).click()
  await page.getByText("The session has ended.").waitFor()
  expect((await other.get("/api/me")).status).toBe(401)
  await page.getByText("This browser, address").waitFor()
})

test("the second factor is turned on, asked for after a link by mail, and a recovery code stands in for the app", async () => {
  const email = "grace@example.com"
  await accountFor(keelson.platform, { email, name: "Grace Hopper" })
  const { page, go, see } = await visit({ cookie: await signIn(keelson.address, email) })
  await go("/account")
  await page.getByLabel("Your password").fill(testPassword)
  await button(page, "Turn on").click()
  const key = await secretOn(page, "open the app on this device")
  const [code = ""] = await page
    .locator("ul li")
    .filter({ hasText: /^\w{5}-\w{5}$/ })
    .allInnerTexts()
  await page.getByLabel("Code from the app").fill(codeNow(key))
  await button(page, "Confirm and turn on").click()
  await button(page, "Make new recovery codes").waitFor()
  await see("account-factor-on")

  const later = await visit({ look: phone })
  await later.go("/sign-in?next=/account")
  await later.page.getByLabel("E-mail address").fill(email)
  await button(later.page, "E-mail me a link instead").click()
  await button(later.page, "Send the link").click()
  await title(later.page, "Look into your mail").waitFor()
  await later.page.goto(await linkFrom(mail, email, "sign-in link"))
  await title(later.page, "One more step").waitFor()
  await later.see("link-asks-for-factor")
  await button(later.page, "Use a recovery code").click()
  await later.page.getByLabel("Recovery code").fill(code)
  await button(later.page, "Continue").click()
  await title(later.page, "Your account").waitFor()
})

test("a workspace asks for a second factor: its people are led to turn it on, in German, and then come in; partners likewise", async () => {
  const owner = await workspace.as("owner")
  const { organizationId } = await recordPartnership(owner, "Babbage & Co")
  const viewer = await workspace.as("viewer")
  const partner = await workspace.asPartner(organizationId)
  const browser = newBrowser(keelson)
  const { email } = (await owner.call(getMe)).body.user
  await browser.signIn(email, testPassword)
  await turnOnFactor(browser, testPassword)
  const guarded = await visit({ cookie: browser.cookie() })
  await guarded.go(`/w/${workspace.slug}/settings`)
  await guarded.page.getByLabel("Our own people need a second factor").check()
  await guarded.see("demand-factor")
  await guarded.page.getByRole("region", { name: "Second factor" }).getByRole("button", { name: "Save" }).click()
  await guarded.page.getByText("Saved.").waitFor()
  const caller = callerWith(keelson.address, workspace.slug, browser.cookie())
  const { version } = (await caller.call(getWorkspace)).body
  const both = { membersNeedFactor: true, partnersNeedFactor: true }
  expect((await caller.call(demandFactor, both, { ifMatch: version })).status).toBe(200)

  const { page, go, see } = await visit({ look: phone, locale: "de-DE", cookie: viewer.cookie })
  // A page that asks for nothing ahead of who is signed in.
  await go(`/w/${workspace.slug}/settings/members`)
  await title(page, "Ihr Konto").waitFor()
  await page.getByText("Analytical Engines lässt niemanden ohne zweiten Faktor herein.").waitFor()
  await see("needs-factor")
  await page.getByLabel("Ihr Passwort").fill(testPassword)
  await button(page, "Einschalten").click()
  await page.getByLabel("Code aus der App").fill(codeNow(await secretOn(page, "öffnen Sie die App auf diesem Gerät")))
  await button(page, "Bestätigen und einschalten").click()
  await page.getByRole("link", { name: "Weiter zu Analytical Engines" }).click()
  await page.waitForURL(new RegExp(`/w/${workspace.slug}/home`))

  const portal = await visit({ cookie: partner.cookie })
  await portal.go("/portal")
  await portal.page.getByText("A second factor is needed to enter Analytical Engines").waitFor()
  await portal.see("portal-needs-factor")
  await portal.page.getByRole("link", { name: "Turn it on" }).click()
  await title(portal.page, "Your account").waitFor()
})
