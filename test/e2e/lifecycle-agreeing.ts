import type { Locator, Page } from "playwright-core"
import { testPassword } from "#test/keelson"
import type { Visit } from "./journey.ts"
import { aya, type LifecycleScene } from "./lifecycle-scene.ts"
import { phone } from "./looks.ts"
import { linkFrom } from "./mail.ts"

/** Aya is invited by mail, makes an account on her phone, and stands where her partnership is. */
export const joins = async (scene: LifecycleScene, partnershipAt: string): Promise<Visit> => {
  const { page, go } = await scene.visit({ cookie: scene.manager.cookie })
  await go(partnershipAt)
  await page.getByRole("link", { name: "Cascade", exact: true }).first().click()
  await page.getByRole("button", { name: "Invite a person" }).click()
  const dialog = page.getByRole("dialog", { name: "Invite a person" })
  await dialog.getByLabel("E-mail").fill(aya.email)
  await dialog.getByRole("button", { name: "Send invitation" }).click()
  await page.getByText(`${aya.email} is invited.`).waitFor()

  const guest = await scene.visit({ look: phone })
  await guest.page.goto(await linkFrom(scene.mail, aya.email, "invites you"))
  await guest.page.getByLabel("Your name").fill(aya.name)
  await guest.page.getByLabel("Password", { exact: true }).fill(testPassword)
  await guest.page.getByRole("button", { name: "Accept invitation" }).click()
  await guest.page.waitForURL(/\/portal\/.*\/partnerships\//)
  return guest
}

/** Enters what both sides promise from what its type usually signs, and a promise of ours that the partner confirms. */
export const drafts = async ({ visit, manager }: LifecycleScene, partnershipAt: string): Promise<Visit> => {
  const host = await visit({ cookie: manager.cookie })
  const { page, go } = host
  await go(`${partnershipAt}/new-agreement`)
  await page.getByLabel("Starts on").fill("2027-04-01")
  await page.getByLabel("Ends on").first().fill("2028-03-31")
  await page.getByRole("button", { name: "Add a promise of ours" }).click()
  const line = page.getByRole("group", { name: /^Promise \d+$/ }).last()
  await line.getByLabel("Promise", { exact: true }).fill("We pass on leads from the coast")
  await line.getByRole("combobox", { name: "How often" }).click()
  await page.getByRole("option", { name: "every month" }).click()
  await line.getByRole("combobox", { name: "Evidence" }).click()
  await page.getByRole("option", { name: "the other side’s word" }).click()
  await page.getByRole("button", { name: "Save and review" }).click()
  await page.getByText("We pass on leads from the coast").first().waitFor()
  await page.getByRole("link", { name: "Text of the agreement" }).click()
  await page.getByRole("button", { name: "Write the text" }).click()
  await page.getByRole("button", { name: "Begin with the ready text" }).click()
  await editorOf(page).getByRole("heading", { name: "Parties", exact: true }).waitFor()
  await page.getByLabel("Territory", { exact: true }).fill("Germany")
  await page.getByLabel("Liability cap (EUR)").fill("250000")
  await page.getByLabel("Governing law", { exact: true }).fill("German law")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await page.getByText("These words are your side's own.").waitFor()
  await page.getByRole("link", { name: "Term, promises and goals" }).click()
  await page.getByRole("button", { name: "Send to review" }).click()
  await page.getByText("In review", { exact: true }).waitFor()
  await page.getByRole("link", { name: "Text of the agreement" }).click()
  await page.getByText("Version 1 lies before both sides.").waitFor()
  return host
}

const editorOf = (page: Page) => page.getByRole("textbox", { name: "Text of the agreement" })

/** One side changes the text, and says why. */
const proposes = async ({ page }: Visit, why: string, change: (editor: Locator) => Promise<void>): Promise<void> => {
  await page.getByRole("button", { name: "Propose changes" }).click()
  await editorOf(page)
    .getByRole("heading", { name: /^Parties/ })
    .waitFor()
  await change(editorOf(page))
  await page.getByLabel("Why").fill(why)
  await page.getByRole("button", { name: "Send proposals" }).click()
  await page.getByText("One proposal waits for an answer.").waitFor()
}

const accepts = async ({ page }: Visit, about: string, version: number): Promise<void> => {
  await page.reload()
  await page
    .getByRole("region", { name: `Proposal on ${about}` })
    .getByRole("button", { name: "Accept" })
    .click()
  await page.getByText(`Version ${version} lies before both sides.`).waitFor()
}

/** Three rounds: a margin that the partner asks for, a name that the host adds, a territory that is not given. */
export const negotiates = async (host: Visit, guest: Visit, at: string): Promise<void> => {
  await guest.go(at)
  await proposes(guest, "We certify two more people", () => guest.page.getByLabel("Margin (%)").fill("22"))
  await accepts(host, "Margin", 2)
  await proposes(host, "So that it is clear who is meant", async (editor) => {
    await editor.getByRole("heading", { name: "Parties", exact: true }).click()
    await host.page.keyboard.press("End")
    await host.page.keyboard.type(" and names")
  })
  await accepts(guest, "Parties", 3)
  await proposes(guest, "We have an office there", () =>
    guest.page.getByLabel("Territory", { exact: true }).fill("Germany and Austria"),
  )
  await host.page.reload()
  const territory = host.page.getByRole("region", { name: "Proposal on Territory" })
  await territory.getByRole("button", { name: "Reject" }).click()
  const dialog = host.page.getByRole("dialog", { name: "Reject this proposal" })
  await dialog.getByLabel("Why").fill("Austria has a partner")
  await dialog.getByRole("button", { name: "Reject" }).click()
  await host.page.getByText("Rejected. The text stays as it is.").waitFor()
  await host.page.getByRole("button", { name: "Changes since version 1" }).click()
  await host.page.getByText("2 words put in").waitFor()
  await host.page.getByText("1 term changed").waitFor()
  await host.see("redline")
  await host.page.getByRole("button", { name: "Show the text" }).click()
  await guest.page.reload()
  await guest.page.getByText("Version 3 lies before both sides.").waitFor()
  await guest.see("no-austria")
}

/** More than the usual margin is approved before anybody signs; who is asked to agree on the partner's side reads no name. */
export const approves = async (scene: LifecycleScene, host: Visit): Promise<void> => {
  await host.page.getByText(/Finance approves first/).waitFor()
  await host.page.getByRole("button", { name: "Ask for approval" }).click()
  await host.page.getByText("Asked. Whoever approves first is told.").waitFor()
  const finance = await scene.visit({ cookie: scene.finance.cookie })
  await finance.go(scene.at("approvals"))
  await finance.page.getByRole("button", { name: /^Approve: / }).click()
  await finance.page.getByText(/^Approved by all: /).waitFor()
  await finance.page.getByRole("button", { name: /^Approve: / }).waitFor({ state: "detached" })
}
