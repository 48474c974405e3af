import { expect } from "vitest"
import type { Caller } from "#test/keelson"
import type { Visit } from "./journey.ts"
import { aya, type LifecycleScene } from "./lifecycle-scene.ts"
import { phone } from "./looks.ts"
import { linkFrom } from "./mail.ts"

/** Aya applies for Cascade by phone, and reads by her link where it stands. */
export const applies = async ({ visit, mail, form, clock }: LifecycleScene): Promise<void> => {
  const { page, go } = await visit({ look: phone })
  await go(form.url)
  await page.getByLabel("Company").fill("Cascade")
  await page.getByLabel("Website").fill("cascade.example")
  await page.getByLabel("Your name").fill(aya.name)
  await page.getByLabel("Your email address").fill(aya.email)
  await page.getByLabel("Why us?").fill("Forty customers on the coast")
  clock.moveTo("2027-03-01T09:02:00.000Z")
  await page.getByRole("button", { name: "Send the application" }).click()
  await page.getByRole("heading", { name: "Thank you" }).waitFor()
  await go(await linkFrom(mail, aya.email, "application"))
  await page.getByText("Your application to Nordlicht").waitFor()
}

/** Opens Cascade among the applications, and asks two colleagues what they think. */
export const asksTwo = async (scene: LifecycleScene): Promise<string> => {
  const { page, go } = await scene.visit({ cookie: scene.manager.cookie })
  await go(scene.at("recruit/applications"))
  await page.getByRole("link", { name: "Cascade" }).click()
  await page.getByRole("link", { name: "Open the candidate" }).click()
  await page.getByText("Came by a form").waitFor()
  await page.getByRole("button", { name: "Ask colleagues" }).click()
  const dialog = page.getByRole("dialog", { name: "Ask colleagues" })
  for (const who of ["admin", "executive"]) {
    await dialog.getByRole("combobox", { name: "Who assesses" }).fill(who)
    await page.getByRole("option", { name: new RegExp(who) }).click()
  }
  await page.keyboard.press("Tab")
  await dialog.getByRole("button", { name: "Ask", exact: true }).click()
  await page.getByText("Waits for 2 answers").waitFor()
  return new URL(page.url()).pathname
}

/** One answers both questions with these levels; of what the other said nothing is shown before. */
export const assesses = async (
  { visit }: LifecycleScene,
  who: Caller,
  at: string,
  levels: readonly [number, number],
  shown: string,
): Promise<Visit> => {
  const guest = await visit({ cookie: who.cookie })
  const { page, go } = guest
  await go(at)
  await page.getByText("What was answered is shown to you when you have sent your own answers").waitFor()
  expect(await page.getByText("Total", { exact: true }).count()).toBe(0)
  await page.getByRole("button", { name: "Assess", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Assess" })
  for (const [place, question] of ["Do they reach whom we do not?", "Have they people to sell?"].entries())
    await dialog
      .getByRole("group", { name: question })
      .getByRole("radio", { name: new RegExp(`^${levels[place]}:`) })
      .check()
  await dialog.getByRole("button", { name: "Send", exact: true }).click()
  await page.getByText("Sent.").waitFor()
  await page.getByText(shown).first().waitFor()
  return guest
}

/** Approves the candidate with the reason, and makes it a partnership; answers where its page is. */
export const decides = async ({ visit, manager }: LifecycleScene, at: string): Promise<string> => {
  const { page, go, see } = await visit({ cookie: manager.cookie })
  await go(at)
  await page.getByText("75 of 100").first().waitFor()
  await page.getByRole("button", { name: "Decide", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Decide" })
  await dialog.getByLabel("Why", { exact: true }).fill("They reach the coast")
  await dialog.getByRole("button", { name: "Approve" }).click()
  await page.getByText(/^Approved by .* on /).waitFor()
  await see("decided")
  await page.getByRole("button", { name: "Make it a partnership" }).click()
  await page.getByRole("link", { name: "Open the partnership" }).click()
  await page.getByRole("heading", { level: 1, name: /Cascade/ }).waitFor()
  return new URL(page.url()).pathname
}
