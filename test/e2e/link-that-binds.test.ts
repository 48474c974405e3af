import { expect, test } from "vitest"
import { getOccurrence, listCommitments, reportOccurrence } from "#contract/commitments"
import { movableClock } from "#test/clock"
import { enter, memberWith, monthly, recordPartnership } from "#test/promises"
import { plain } from "#test/smtp"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"
import { linkFrom } from "./mail.ts"

/*
 * The word on a missed promise of weight is asked for by link: whoever it was forwarded to gets nowhere, its person types the code
 * from their mailbox.
 */
const clock = movableClock("2027-05-03T07:00:00.000Z")
const { keelson, mail, visit } = await startJourney("link-that-binds", { clock })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const eva = await memberWith(keelson, workspace, "partner_manager")

const missed = async (title: string) => {
  clock.moveTo("2027-05-03T07:00:00.000Z")
  const { id: partnership, organizationId } = await recordPartnership(manager, `Cascade, ${title}`, eva.id)
  const partner = await workspace.asPartner(organizationId)
  const promise = monthly("partner", { title, weight: 3, evidenceNeeded: "confirmation" })
  await enter(manager, partnership, [promise], { startsOn: "2027-05-01", endsOn: "2027-12-31" })
  clock.moveTo("2027-07-12T07:00:00.000Z")
  await keelson.platform.transact(workspace.system, (tx) =>
    tx.enqueue({ name: "commitments.update-due-states" } as never, {} as never),
  )
  const found = async () =>
    (await manager.call(listCommitments, { partnership })).body.occurrences.find(({ state }) => state === "missed")
  await expect.poll(found, { message: "a missed promise" }).toBeDefined()
  const occurrence = (await found())?.id ?? ""
  const evidence = [{ kind: "link", url: "https://files.example/may.pdf", note: "May, at last" } as const]
  expect((await partner.call(reportOccurrence, { occurrence, evidence })).status).toBe(200)
  return { occurrence, url: await linkFrom(mail, eva.email, title) }
}
const stateOf = async (occurrence: string) => (await manager.call(getOccurrence, { occurrence })).body.state
const codes = () =>
  mail
    .mails()
    .filter(({ to }) => to.includes(eva.email))
    .flatMap(({ raw }) => /^\s*(\d{6})\s*$/m.exec(plain(raw))?.[1] ?? [])

test("forwarded, it shows and does nothing; a wrong code is told so; the right one opens it on the phone", async () => {
  const { occurrence, url } = await missed("Sends the market figures")
  const { page, go, see } = await visit({ look: phone })
  await go(url)
  await page.getByRole("heading", { name: "An answer that binds" }).waitFor()
  expect(await page.getByText("market figures").count()).toBe(0)
  expect(await page.getByRole("button", { name: "Confirm" }).count()).toBe(0)
  await see("forwarded")
  await page.getByRole("button", { name: "Mail me the code" }).press("Enter")
  const field = page.getByLabel("Code from the mail (6 digits)")
  await field.waitFor()
  await expect.poll(codes, { message: "the mail with the code" }).toHaveLength(1)
  const [code = ""] = codes()
  await see("code")
  await field.fill(String((Number(code) + 1) % 1_000_000).padStart(6, "0"))
  await field.press("Enter")
  await page.getByRole("alert").getByText("That is not the code").waitFor()
  expect(await page.getByText("market figures").count()).toBe(0)
  await page.getByLabel("Code from the mail (6 digits)").fill(code)
  await page.getByRole("button", { name: "Continue" }).click()
  await page.getByText("May, at last").waitFor()
  await see("opened")
  expect(await stateOf(occurrence)).toBe("missed")
  await page.getByRole("button", { name: "Confirm", exact: true }).click()
  await page.getByText("Confirmed by you, 12 Jul 2027").waitFor()
  expect(await stateOf(occurrence)).toBe("kept_late")
})
