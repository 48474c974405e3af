import { expect } from "vitest"
import { getCommitment, listCommitments } from "#contract/commitments"
import { createContact } from "#contract/people"
import { getPartnership } from "#contract/portfolio"
import { runJob } from "#test/promises"
import type { Visit } from "./journey.ts"
import { aya, type LifecycleScene } from "./lifecycle-scene.ts"
import { phone } from "./looks.ts"
import { linkFrom } from "./mail.ts"

/** The first day of the agreement: it is in force, and onboarding has begun by itself. */
export const begins = async ({ clock, keelson }: LifecycleScene, host: Visit, at: string): Promise<void> => {
  clock.moveTo("2027-04-01T07:00:00.000Z")
  await runJob("agreements.apply-agreed", keelson)
  await host.go(`${at}/work`)
  await host.page.getByRole("region", { name: "Onboarding" }).getByText("0 of 2 steps").waitFor()
}

/** Each does the own step; the last opens the registration of deals. */
export const onboards = async (
  { manager }: LifecycleScene,
  host: Visit,
  guest: Visit,
  at: string,
  theirs: string,
): Promise<void> => {
  await guest.go(theirs)
  const waits = guest.page.getByRole("region", { name: "Tasks" }).getByRole("button", { name: /^Mark done: Name/ })
  expect(await waits.getAttribute("aria-disabled")).toBe("true")
  await host.page.getByRole("region", { name: "Tasks" }).getByRole("button", { name: "Mark done: Kick-off" }).click()
  await host.page.getByText("Done: “Kick-off”").waitFor()
  await guest.page.reload()
  await waits.click()
  await guest.page.getByText("Done: “Name the sales team”").waitFor()
  await guest.see("onboarded")
  await host.go(`${at}/work`)
  await host.page.getByText("Registering deals is open to the partner.").waitFor()
  await host.page.getByText("2 of 2 steps").waitFor()
  // Nobody had to say again that it is under way: it follows from what was signed and done.
  const partnership = at.split("/").at(-1) ?? ""
  const stage = async () => (await manager.call(getPartnership, { partnership })).body.stage
  await expect.poll(stage).toBe("active")
  await host.page.reload()
  await host.page.getByText("Active", { exact: true }).waitFor()
}

/** In the program she reaches the tier that asks for somebody certified, and reads it. */
export const reachesTier = async (
  { manager }: LifecycleScene,
  host: Visit,
  guest: Visit,
  at: string,
  theirs: string,
): Promise<void> => {
  const partnership = at.split("/").at(-1) ?? ""
  const { organizationId } = (await manager.call(getPartnership, { partnership })).body
  await manager.call(createContact, { name: aya.name, organizationId })
  const { page } = host
  await host.go(`${at}/agreement`)
  await page.getByRole("button", { name: "Enrol in a program" }).click()
  const enrolling = page.getByRole("dialog", { name: "Enrol in a program" })
  await enrolling.getByRole("combobox", { name: "Program" }).click()
  await page.getByRole("option", { name: "Sell" }).click()
  await enrolling.getByRole("button", { name: "Enrol", exact: true }).click()
  await page.getByText("In Sell: MEMBER").waitFor()
  await host.go(`${at}/people`)
  await page.getByRole("button", { name: "Record a certificate" }).click()
  const recording = page.getByRole("dialog", { name: "Record a certificate" })
  await recording.getByRole("combobox", { name: "Person" }).click()
  await page.getByRole("option", { name: aya.name }).click()
  await recording.getByLabel("Certificate", { exact: true }).fill("Expert")
  await recording.getByRole("button", { name: "Record", exact: true }).click()
  await recording.waitFor({ state: "hidden" })
  await host.go(`${at}/agreement`)
  await page.getByRole("button", { name: "Evaluate now" }).click()
  await page.getByText("Evaluated.").waitFor()
  await guest.go(theirs)
  await guest.page.getByText("GOLD").first().waitFor()
}

/** A month on, the host says that it kept its promise, and Aya confirms it by the mail's link, in Japanese, signed in nowhere. */
export const keeps = async (scene: LifecycleScene, at: string): Promise<void> => {
  scene.clock.moveTo("2027-04-30T08:00:00.000Z")
  await runJob("commitments.update-due-states", scene.keelson)
  const { page, go } = await scene.visit({ cookie: (await scene.workspace.as("partner_manager")).cookie })
  await go(`${at}/promises`)
  await page.getByRole("button", { name: "Mark kept: We pass on leads from the coast" }).first().click()
  const dialog = page.getByRole("dialog", { name: "Mark a promise kept" })
  await dialog.getByLabel("What shows that it was kept?").fill("Six leads, listed in the portal")
  await dialog.getByRole("button", { name: "Mark kept" }).click()
  await dialog.waitFor({ state: "hidden" })
  const url = await linkFrom(scene.mail, aya.email, "We pass on leads from the coast")
  const asked = await scene.visit({ look: phone, locale: "ja-JP" })
  await asked.go(url)
  await asked.page.getByText("Six leads, listed in the portal").waitFor()
  await asked.see("asked")
  await asked.page.getByRole("button", { name: "確認する" }).press("Enter")
  await asked.page.getByText("確認済み").first().waitFor()
  const { kept } = (await scene.manager.call(getCommitment, { commitment: await promiseOf(scene, at) })).body
  expect(kept).toMatchObject({ kept: 1, due: 1 })
  await asked.go(url)
  expect(await asked.page.getByRole("button").count()).toBe(0)
}

const promiseOf = async ({ manager }: LifecycleScene, at: string): Promise<string> => {
  const { commitments } = (await manager.call(listCommitments, { partnership: at.split("/").at(-1) ?? "" })).body
  return commitments.find(({ title }) => title === "We pass on leads from the coast")?.id ?? ""
}
