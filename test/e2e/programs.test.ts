import { expect, test } from "vitest"
import { movePartnership } from "#contract/partnerships"
import { enrol, listEnrolled, makeProgram, publishProgram } from "#contract/programs"
import { terms, tier } from "#test/programs"
import { recordPartnership } from "#test/promises"
import { startJourney } from "./journey.ts"

const { keelson, visit } = await startJourney("programs")
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")

const programOf = async (name: string) => {
  const made = (await manager.call(makeProgram, { name, terms: terms([tier("member", []), tier("gold", [])]) })).body
  const holdsFrom = new Date().toISOString().slice(0, 10)
  await manager.call(publishProgram, { program: made.id, holdsFrom }, { ifMatch: made.version })
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
