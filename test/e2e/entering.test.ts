import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { setUpToken } from "#modules/workspaces"
import { testPassword } from "#test/keelson"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"
import { linkFrom } from "./mail.ts"

const { keelson, mail, visit } = await startJourney("entering")
const owner = { name: "Ada Lovelace", email: "ada@example.com", password: testPassword }

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
  await page.waitForURL("**/w/analytical-engines/home")
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
  await page.waitForURL("**/w/analytical-engines/home")
  await page.getByRole("button", { name: /Ada Lovelace/ }).click()
  await page.getByRole("menuitem", { name: "Sign out" }).waitFor()
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
  await page.waitForURL("**/w/analytical-engines/home")
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
