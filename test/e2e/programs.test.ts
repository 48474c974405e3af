import { expect, test } from "vitest"
import { movePartnership } from "#contract/partnerships"
import { enrol, evaluateEnrolment, listEnrolled, makeProgram, publishProgram } from "#contract/programs"
import { dateIn } from "#core/time"
import { asks, terms, tier } from "#test/programs"
import { recordPartnership, runQueued } from "#test/promises"
import { startJourney } from "./journey.ts"

const { keelson, visit } = await startJourney("programs")
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")

/** The workspace is in Berlin, where a day begins before Greenwich. */
const today = () => dateIn("Europe/Berlin", new Date().toISOString())

const programOf = async (name: string) => {
  const made = (await manager.call(makeProgram, { name, terms: terms([tier("member", []), tier("gold", [])]) })).body
  await manager.call(publishProgram, { program: made.id, holdsFrom: today() }, { ifMatch: made.version })
  return made.id
}

test("partnerships are found by name and added one after the other, by keyboard; who cannot be added says why", async () => {
  const program = await programOf("Resell")
  const [, , third, over] = [
    await recordPartnership(manager, "Aldgate Systems"),
    await recordPartnership(manager, "Birch Consulting"),
    await recordPartnership(manager, "Cascade Works"),
    await recordPartnership(manager, "Delta Former"),
  ]
  // More than are shown at once: the one at the end is found by its name.
  for (let at = 0; at < 22; at += 1) await recordPartnership(manager, `Many ${String(at).padStart(2, "0")}`)
  const last = await recordPartnership(manager, "Zephyr Trading")
  const said = { partnership: over.id, to: "ended" as const, reason: "No interest" }
  expect((await manager.call(movePartnership, said, { ifMatch: 1 })).status).toBe(200)

  const { page, go, see, expectRefusal } = await visit({ cookie: manager.cookie })
  await go(`/w/${workspace.slug}/programs/${program}`)
  await page.getByText("Nobody is in the program yet").waitFor()
  await page.getByRole("button", { name: "Add partnerships" }).press("Enter")
  const dialog = page.getByRole("dialog", { name: "Add partnerships" })
  const field = dialog.getByRole("combobox", { name: "Partnership" })
  const add = dialog.getByRole("button", { name: "Add", exact: true })
  await add.click()
  await dialog.getByText("Choose a partnership.").first().waitFor()
  await field.fill("zeph")
  await page.getByRole("option", { name: "Zephyr Trading" }).waitFor()
  await field.press("ArrowDown")
  await field.press("Enter")
  await dialog.getByRole("combobox", { name: "Tier" }).click()
  await page.getByRole("option", { name: "MEMBER" }).click()
  await see("adding")
  await add.press("Enter")
  await page.getByText("Zephyr Trading is in: GOLD").waitFor()
  expect(await field.inputValue()).toBe("")
  await page.locator("input:focus").and(field).waitFor()

  // What is in already, or over, is found and cannot be chosen.
  await field.fill("zephyr")
  const isIn = page.getByRole("option", { name: "Zephyr Trading: in the program already" })
  await isIn.waitFor()
  expect(await isIn.getAttribute("data-combobox-disabled")).toBe("true")
  await field.fill("delta")
  await page.getByRole("option", { name: "Delta Former: over" }).waitFor()

  // Somebody else was faster.
  await field.fill("cascade")
  await page.getByRole("option", { name: "Cascade Works" }).click()
  await manager.call(enrol, { program, partnershipId: third.id })
  expectRefusal(`409 POST /api/w/${workspace.slug}/programs/${program}/enrolments`)
  await add.click()
  await dialog.getByText("This partnership is in the program already.").waitFor()
  await see("refused")
  const { items } = (await manager.call(listEnrolled, { program })).body
  expect(items.map(({ partnershipId }) => partnershipId).toSorted()).toEqual([third.id, last.id].toSorted())
})

test("a program is retired with a reason; the list shows it apart, and the partner reads that it ended", async () => {
  const program = await programOf("Retail")
  const { id, organizationId } = await recordPartnership(manager, "Oak Street")
  await manager.call(enrol, { program, partnershipId: id })
  const host = await visit({ cookie: manager.cookie })
  await host.go(`/w/${workspace.slug}/programs/${program}`)
  await host.page.getByRole("button", { name: "Retire", exact: true }).press("Enter")
  const dialog = host.page.getByRole("dialog", { name: "Retire “Retail”" })
  await dialog.getByText("1 partner", { exact: true }).waitFor()
  await dialog.getByLabel("Why").fill("Nobody asked for it")
  await host.see("retiring")
  await host.page.keyboard.press("Enter")
  await host.page.getByText(/^It ended on .*: Nobody asked for it$/).waitFor()
  await host.page.getByRole("row", { name: /Oak Street/ }).waitFor()
  expect(await host.page.getByRole("button", { name: "Add partnerships" }).count()).toBe(0)
  await host.see("retired")
  await host.go(`/w/${workspace.slug}/programs`)
  const apart = host.page.getByRole("region", { name: "Retired programs" })
  await apart.getByRole("link", { name: "Retail" }).waitFor()
  expect(await host.page.getByRole("link", { name: "Retail" }).count()).toBe(1)
  await host.see("list")

  const partner = await visit({ cookie: (await workspace.asPartner(organizationId)).cookie })
  await partner.go(`/portal/${workspace.slug}/partnerships/${id}`)
  await partner.page.getByText(/^This program ended on /).waitFor()
  await partner.page.getByText("GOLD, when the program ended").waitFor()
  expect(await partner.page.getByText("Nobody asked for it").count()).toBe(0)
  await partner.see("partner")
})

test("a partner appeals against the loss of a tier by keyboard; who lost it for them cannot decide, and the owner does", async () => {
  const asked = [tier("member", []), tier("gold", [asks({ kind: "certified", threshold: 1 })])]
  const said = { name: "Appealed", terms: terms(asked, 0) }
  const made = (await manager.call(makeProgram, said)).body
  await manager.call(publishProgram, { program: made.id, holdsFrom: today() }, { ifMatch: made.version })
  const { id, organizationId } = await recordPartnership(manager, "Elm Street")
  const { enrolmentId } = (await manager.call(enrol, { program: made.id, partnershipId: id, tier: "gold" })).body
  await manager.call(evaluateEnrolment, { enrolment: enrolmentId })

  const partner = await visit({ cookie: (await workspace.asPartner(organizationId)).cookie })
  const { page } = partner
  await partner.go(`/portal/${workspace.slug}/partnerships/${id}`)
  await page.getByText(/^You can appeal until the end of /).waitFor()
  await page.getByRole("button", { name: "Appeal: Appealed" }).press("Enter")
  const dialog = page.getByRole("dialog", { name: "Appeal against this decision" })
  await dialog.getByText(/nothing changes/).waitFor()
  await dialog.getByRole("button", { name: "Appeal" }).press("Enter")
  await dialog.getByText("Say why you appeal.").first().waitFor()
  await dialog.getByLabel("Why").fill("Anna passed it in March")
  await partner.see("appealing")
  await dialog.getByRole("button", { name: "Appeal" }).press("Enter")
  await page.getByText("Waits to be decided").waitFor()
  await partner.see("appealed")
  await runQueued("programs.appealed", keelson)

  const host = await visit({ cookie: manager.cookie })
  await host.go(`/w/${workspace.slug}/approvals`)
  await host.page.getByText(/Anna passed it in March/).waitFor()
  expect(await host.page.getByRole("button", { name: "Approve: Appealed: GOLD" }).count()).toBe(0)
  const owner = await visit({ cookie: (await workspace.as("owner")).cookie })
  await owner.go(`/w/${workspace.slug}/approvals`)
  await owner.page.getByText(/^Owners and admins: waits for /).waitFor()
  await owner.see("deciding")
  await owner.page.getByRole("button", { name: "Approve: Appealed: GOLD" }).press("Enter")
  await owner.page.getByText("Approved by all: “Appealed: GOLD”").waitFor()
  await partner.go(`/portal/${workspace.slug}/partnerships/${id}`)
  await page.getByText(/^Upheld: kept until the end of /).waitFor()
  await page.getByText(/^An appeal gave GOLD back/).waitFor()
  await page.getByText("What was decided", { exact: true }).click()
  await page.getByText(/Given back by an appeal$/).waitFor()
  await page
    .getByRole("button", { name: /^Compare with what is known now/ })
    .first()
    .press("Enter")
  await page.getByText("By what is known now it comes to the same.").waitFor()
  await partner.see("upheld")
})
