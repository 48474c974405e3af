import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { invite } from "#contract/people"
import { setUpToken } from "#modules/workspaces"
import { callerWith, signIn, testPassword } from "#test/keelson"
import { codeNow } from "#test/totp"
import { startJourney } from "./journey.ts"
import { desk, phone } from "./looks.ts"
import { linkFrom } from "./mail.ts"

const { keelson, mail, visit } = await startJourney("entering")
const owner = { name: "Ada Lovelace", email: "ada@example.com", password: testPassword }

const home = /\/w\/analytical-engines\/home/

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name })

const fillSetUp = async (page: Page, password: string) => {
  await page.getByLabel("Your company").fill("Analytical Engines")
  await page.getByLabel("Your name").fill(owner.name)
  await page.getByLabel("E-mail address").fill(owner.email)
  await page.getByLabel("Password", { exact: true }).fill(password)
}

test("the first owner sets Keelson up by link; a wrong link and a weak password lose nothing", async () => {
  const { page, go, see, expectRefusal } = await visit()
  expectRefusal("403 POST /api/set-up")
  await go("/setup?token=wrong")
  await see("set-up")
  await fillSetUp(page, "short")
  await button(page, "Create workspace").click()
  await page.getByText("Use at least 10 characters.").waitFor()
  expect(await page.getByLabel("Your company").inputValue()).toBe("Analytical Engines")
  await see("set-up-weak-password")

  await page.getByLabel("Password", { exact: true }).fill(owner.password)
  await button(page, "Create workspace").click()
  await page.getByRole("alert").getByText("This set-up link is not valid").waitFor()
  expect(await page.getByLabel("E-mail address").inputValue()).toBe(owner.email)
  await see("set-up-wrong-link")

  await go(`/setup?token=${encodeURIComponent(setUpToken(keelson.platform.config.secret))}`)
  await fillSetUp(page, owner.password)
  await button(page, "Create workspace").click()
  await page.waitForURL(home)
  await page.getByRole("button", { name: /Ada Lovelace/ }).waitFor()
})

test("a wrong password is told kindly, the right one leads in, and out again", async () => {
  const { page, go, see, expectRefusal } = await visit()
  expectRefusal("401 POST /api/auth/sign-in/email")
  await go("/")
  await title(page, "Sign in to Keelson").waitFor()
  await see("sign-in")
  await page.getByLabel("E-mail address").fill(owner.email)
  await page.getByLabel("Password", { exact: true }).fill("not the password")
  await button(page, "Sign in").click()
  await page.getByText("E-mail address and password do not match.").waitFor()
  await see("sign-in-wrong-password")
  await page.getByLabel("Password", { exact: true }).fill(owner.password)
  await button(page, "Sign in").click()
  await page.waitForURL(home)
  await page.getByRole("button", { name: /Ada Lovelace/ }).click()
  await page.getByRole("menuitem", { name: "Sign out" }).waitFor()
  await page.getByRole("menuitem", { name: "Sign out" }).click()
  await title(page, "Sign in to Keelson").waitFor()
})

test("signing out gives up what is on its way: nothing is asked for a session that has ended", async () => {
  const { page, go } = await visit({ cookie: await signIn(keelson.address, owner.email, owner.password) })
  await go("/w/analytical-engines/home")
  const ended = page.waitForResponse("**/api/auth/sign-out")
  // As slow as a loaded machine: what a page opens with reaches the server after the end of the session.
  await page.route("**/api/w/**", async (route) => {
    await ended
    await route.continue()
  })
  await page.getByRole("link", { name: "Portfolio" }).first().click()
  await page.getByRole("button", { name: /Ada Lovelace/ }).click()
  await page.getByRole("menuitem", { name: "Sign out" }).click()
  await title(page, "Sign in to Keelson").waitFor()
})

test("a link by mail signs in", async () => {
  const { page, go, see } = await visit({ look: phone })
  await go("/sign-in")
  await page.getByLabel("E-mail address").fill(owner.email)
  await button(page, "E-mail me a link instead").click()
  await title(page, "Sign in by e-mail").waitFor()
  await see("link-ask")
  await button(page, "Send the link").click()
  await title(page, "Look into your mail").waitFor()
  await see("link-sent")
  await page.goto(await linkFrom(mail, owner.email, "sign-in link"))
  await page.waitForURL(home)
})

test("a forgotten password is replaced by link", async () => {
  const { page, go, see } = await visit()
  await go("/sign-in")
  await page.getByRole("link", { name: "Forgot password?" }).click()
  await title(page, "Set a new password").waitFor()
  await see("forgot")
  await page.getByLabel("E-mail address").fill(owner.email)
  await button(page, "Send the link").click()
  await title(page, "Look into your mail").waitFor()
  await page.goto(await linkFrom(mail, owner.email, "new password"))
  await title(page, "Choose a new password").waitFor()
  await see("reset")
  owner.password = "another horse battery staple"
  await page.getByLabel("New password").fill(owner.password)
  await button(page, "Save password").click()
  await title(page, "Your password is changed").waitFor()
  await see("reset-done")
})

test("an invited colleague makes an account and is in", async () => {
  const caller = callerWith(
    keelson.address,
    "analytical-engines",
    await signIn(keelson.address, owner.email, owner.password),
  )
  await caller.call(invite, { email: "grace@example.com", side: "host", role: "partner_manager" })
  const { page, see } = await visit()
  await page.goto(await linkFrom(mail, "grace@example.com", "invites you"))
  await title(page, "Join Analytical Engines").waitFor()
  await see("invitation")
  await page.getByLabel("Your name").fill("Grace Hopper")
  await page.getByLabel("Password", { exact: true }).fill(testPassword)
  await button(page, "Accept invitation").click()
  await page.waitForURL(home)
  await page.getByRole("button", { name: /Grace Hopper/ }).waitFor()
})

test("a second factor is turned on and asked for from then on", async () => {
  const cookie = await signIn(keelson.address, "grace@example.com")
  const { page, go, see } = await visit({ cookie })
  await go("/w/analytical-engines/settings/account")
  await page.getByLabel("Your password").fill(testPassword)
  await button(page, "Turn on").click()
  const secret = new URL(
    (await page.getByRole("link", { name: "open the app on this device" }).getAttribute("href")) ?? "",
  ).searchParams.get("secret")
  await see("second-factor-key")
  await page.getByLabel("Code from the app").fill(codeNow(secret ?? ""))
  await button(page, "Confirm and turn on").click()
  await page.getByText("On: every sign-in asks for a code").waitFor()

  const later = await visit({ look: phone })
  later.expectRefusal("401 POST /api/auth/two-factor/verify-totp")
  await later.go("/sign-in")
  await later.page.getByLabel("E-mail address").fill("grace@example.com")
  await later.page.getByLabel("Password", { exact: true }).fill(testPassword)
  await button(later.page, "Sign in").click()
  await title(later.page, "One more step").waitFor()
  await later.see("second-factor")
  await later.page.getByLabel("Code").fill("000000")
  await button(later.page, "Continue").click()
  await later.page.getByText("This code is not right.").waitFor()
  await later.page.getByLabel("Code").fill(codeNow(secret ?? ""))
  await button(later.page, "Continue").click()
  await later.page.waitForURL(home)
})

test("in German from the first page to the last", async () => {
  const { page, go, see } = await visit({ locale: "de-DE" })
  await go("/sign-in")
  expect(await page.locator("html").getAttribute("lang")).toBe("de")
  await see("sign-in-german", [desk])
  await page.getByLabel("E-Mail-Adresse").fill(owner.email)
  await page.getByLabel("Passwort", { exact: true }).fill(owner.password)
  await button(page, "Anmelden").click()
  await page.waitForURL(home)
  await title(page, "Heute").waitFor()
  await see("home-german")
  await page.getByRole("button", { name: /Ada Lovelace/ }).click()
  await page.getByRole("menuitemradio", { name: "English" }).click()
  await title(page, "Today").waitFor()
})

test("everything by keyboard: skip link, places, palette, help", async () => {
  const { page, go, see } = await visit({ cookie: await signIn(keelson.address, owner.email, owner.password) })
  await go("/w/analytical-engines/home")
  await page.keyboard.press("Tab")
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the page")
  await page.keyboard.press("Enter")
  expect(await page.evaluate("document.activeElement.id")).toBe("page")
  await page.keyboard.press("?")
  await page.getByRole("dialog", { name: "Keys on this page" }).waitFor()
  await see("keys", [desk])
  await page.keyboard.press("Escape")
  await page.getByRole("dialog").waitFor({ state: "hidden" })
  await page.keyboard.press("Control+k")
  await page.getByRole("textbox", { name: "Find or do something" }).fill("organ")
  await page.getByRole("button", { name: /Organizations/ }).waitFor()
  await see("palette", [desk])
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await page.waitForURL("**/w/analytical-engines/organizations*")
  await title(page, "Organizations").waitFor()
  await page.keyboard.press("g")
  await page.keyboard.press("p")
  await page.waitForURL("**/w/analytical-engines/portfolio*")
})
