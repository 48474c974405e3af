import { expect, test } from "vitest"
import { getOccurrence, listCommitments, reportOccurrence } from "#contract/commitments"
import { listTaskOwners } from "#contract/tasks"
import { mailbox } from "#test/link-pages"
import { enter, memberWith, monthly, partnerAddress, recordPartnership } from "#test/promises"
import { plain } from "#test/smtp"
import { addTask, tasksOn } from "#test/tasks"
import { startJourney } from "./journey.ts"
import { desk, phone } from "./looks.ts"
import { linkFrom } from "./mail.ts"

/*
 * A promise is reported as kept, the mail that asks for a confirmation arrives, scanners open it, and a person presses: by phone,
 * without a session, and once more with scripts switched off.
 */
const clock = { now: () => "2027-06-01T08:14:00.000Z" }
const { keelson, mail, visit } = await startJourney("link", { clock })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const eva = await memberWith(keelson, workspace, "partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Cascade", eva.id)
const partner = await workspace.asPartner(organizationId)

const reported = async (title: string) => {
  const terms = { startsOn: "2027-01-01", endsOn: "2027-12-31" }
  await enter(manager, partnership, [monthly("partner", { title, evidenceNeeded: "confirmation" })], terms)
  const { body } = await manager.call(listCommitments, { partnership })
  const occurrence = body.occurrences.find((each) => each.title === title)?.id ?? ""
  const evidence = [
    { kind: "link", url: "https://files.example/pipeline.pdf", note: "Pipeline of June, 14 accounts" } as const,
  ]
  expect((await partner.call(reportOccurrence, { occurrence, evidence })).status).toBe(200)
  return { occurrence, url: await linkFrom(mail, eva.email, title) }
}
const standing = async (occurrence: string) => {
  const { state, awaitsConfirmation, evidence } = (await manager.call(getOccurrence, { occurrence })).body
  return { state, awaitsConfirmation, confirmations: evidence.filter(({ kind }) => kind === "confirmation").length }
}

test("scenario 1: scanners open it, with scripts too, and nothing happens; a person presses on the phone, and it is done once", async () => {
  const { occurrence, url } = await reported("Sends the pipeline report")
  const untouched = await standing(occurrence)
  expect(untouched).toMatchObject({ awaitsConfirmation: true, confirmations: 0 })
  for (const method of ["HEAD", "GET", "GET", "GET"]) expect((await fetch(url, { method })).status).toBe(200)
  const scanner = await visit({ look: desk, locale: "sw-KE" })
  await scanner.go(url)
  // A scanner that moves and scrolls as people do, and stays until nothing is on its way any more.
  await scanner.page.mouse.move(200, 200)
  await scanner.page.mouse.wheel(0, 800)
  await scanner.page.waitForLoadState("networkidle")
  expect(await scanner.page.context().cookies()).toEqual([])
  expect(await scanner.page.title()).toBe("A question for you · Keelson")
  expect(await scanner.page.locator("script").count()).toBe(0)
  expect(await standing(occurrence)).toEqual(untouched)

  const { page, go, see } = await visit({ look: phone })
  await go(url)
  await page.getByText("Pipeline of June, 14 accounts").waitFor()
  await see("asked")
  await page.getByRole("button", { name: "Confirm", exact: true }).press("Enter")
  await page.getByText("Confirmed by you, 1 Jun 2027, 10:14").waitFor()
  await see("confirmed")
  expect(await standing(occurrence)).toMatchObject({ state: "kept", confirmations: 1 })
  await page.goBack()
  await page.reload()
  await page.getByText("Confirmed by you, 1 Jun 2027, 10:14").waitFor()
  expect(await page.getByRole("button").count()).toBe(0)
  expect(await standing(occurrence)).toMatchObject({ state: "kept", confirmations: 1 })
})

test("in German, where the reader reads German: what cannot be contested yet is not offered", async () => {
  const { occurrence, url } = await reported("Trains two engineers")
  const { page, go, see } = await visit({ look: phone, locale: "de-DE" })
  await go(url)
  await page.getByText("Bestätigen Sie das?").waitFor()
  const contest = page.getByText("Nicht wie vereinbart")
  // It falls due at the end of June: until then there is nothing to contest, and nothing offers it.
  expect(await contest.count()).toBe(0)
  await see("german")
  await page.getByRole("button", { name: "Bestätigen" }).click()
  await page.getByText("Von Ihnen bestätigt").waitFor()
  expect(await standing(occurrence)).toMatchObject({ state: "kept", confirmations: 1 })
})

test("a task is reported done from the mail that tells of it, with a note, on the phone", async () => {
  const { items } = (await partner.call(listTaskOwners, { partnership, side: "partner" })).body
  await addTask(manager, partnership, "partner", "Name a contact", { ownerId: items[0]?.userId ?? "" })
  const box = mailbox(mail, await partnerAddress(keelson, organizationId))
  const isMailed = () => box.mails().some(({ raw }) => plain(raw).includes("/l/"))
  await expect.poll(isMailed, { message: "the mail of the task" }).toBe(true)
  const { page, go, see } = await visit({ look: phone })
  await go(box.link())
  await page.getByText("Is “Name a contact” done?").waitFor()
  await see("task-asked")
  await page.getByText("Report as done, with a note").click()
  await page.getByLabel("What shows that it was done?").fill("Kim Lee, by mail")
  await page.getByRole("button", { name: "Send" }).press("Enter")
  await page.getByText("Reported as done by you").first().waitFor()
  await see("task-done")
  const { state, note } = (await tasksOn(manager, partnership)).byTitle.get("Name a contact") ?? {}
  expect([state, note]).toEqual(["done", "Kim Lee, by mail"])
})
