import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { listActivities } from "#contract/activities"
import { createPartnership } from "#contract/partnerships"
import { startJourney } from "./journey.ts"

const { keelson, visit } = await startJourney("forms")
const workspace = await keelson.workspace("Forms")
const owner = await workspace.as("owner")
const { id } = (
  await owner.call(createPartnership, { type: "reseller", newOrganization: { name: "Harbour Analytics" } })
).body
const at = (path: string) => `/w/${workspace.slug}/${path}`
const timeline = at(`partnerships/${id}#timeline`)

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true })
const focused = (page: Page) => page.locator(":focus").getAttribute("id")
const recorded = async () => {
  const { body } = await owner.call(listActivities, { partnership: id })
  return body.items.map(({ kind }) => kind)
}

test("nothing is logged that nobody said, and nothing that has not come yet", async () => {
  const { page, go, expectRefusal } = await visit({ cookie: owner.cookie })
  await go(timeline)
  await button(page, "Log activity").click()
  await page.getByText("Choose what happened.").waitFor()
  const kind = page.getByRole("combobox", { name: "What" })
  await expect.poll(() => focused(page)).toBe(await kind.getAttribute("id"))

  await kind.click()
  await page.getByRole("option", { name: "Call", exact: true }).click()
  await page.getByLabel("When", { exact: true }).fill("2126-05-04T10:00")
  expectRefusal(`422 POST /api/w/${workspace.slug}/partnerships/${id}/activities`)
  await button(page, "Log activity").click()
  await page.getByText("This has not come yet.").first().waitFor()
  expect(await recorded()).toEqual([])

  await page.getByLabel("When", { exact: true }).fill("")
  await button(page, "Log activity").click()
  await page.getByText("Call logged.").waitFor()
  expect(await recorded()).toEqual(["call"])
})

test("what was typed is not lost by going elsewhere, going back or loading anew, unless one says so", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(at(`partnerships/${id}/people`))
  await page.getByRole("link", { name: "Timeline", exact: true }).click()
  const words = page.getByLabel("In a few words")
  await words.fill("They hesitate about the renewal")
  const question = page.getByRole("dialog", { name: "Leave this page without saving what you entered?" })

  await page.getByRole("link", { name: "Portfolio" }).first().click()
  await question.waitFor()
  await see("leaving-asks")
  await button(page, "Keep editing").click()
  await question.waitFor({ state: "hidden" })
  expect(await words.inputValue()).toBe("They hesitate about the renewal")

  const asked = page.waitForEvent("dialog")
  void page.reload().catch(() => {})
  await (await asked).dismiss()
  expect(await words.inputValue()).toBe("They hesitate about the renewal")

  await page.getByRole("link", { name: "Portfolio" }).first().click()
  await button(page, "Keep editing").click()

  const address = page.url()
  void page.goBack().catch(() => {})
  await question.waitFor()
  await button(page, "Keep editing").click()
  await question.waitFor({ state: "hidden" })
  await expect.poll(() => page.url()).toBe(address)
  expect(await words.inputValue()).toBe("They hesitate about the renewal")

  await page.getByRole("link", { name: "Portfolio" }).first().click()
  await button(page, "Discard").click()
  await page.getByRole("heading", { level: 1, name: "Portfolio" }).waitFor()
})

test("a form that was sent is left without a question", async () => {
  const { page, go } = await visit({ cookie: owner.cookie })
  await go(at("settings"))
  const name = page.getByLabel("Name", { exact: true }).first()
  await name.fill("Forms and more")
  await button(page, "Save").first().click()
  await page.getByRole("status").or(page.getByText("Saved")).first().waitFor()
  await page.getByRole("link", { name: "Portfolio" }).first().click()
  await page.getByRole("heading", { level: 1, name: "Portfolio" }).waitFor()
})

test("all that is wrong is listed at the button and leads to its field; one error is where the focus is", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(at(`partnerships/${id}/new-agreement`))
  const title = page.getByLabel("Title", { exact: true })
  const starts = page.getByLabel("Starts on", { exact: true })
  await title.fill(" ")
  await starts.fill("")
  await button(page, "Save and review").click()
  const list = page.getByRole("alert").filter({ hasText: "2 fields need a look" })
  await list.waitFor()
  await expect.poll(() => focused(page)).toBe(await title.getAttribute("id"))
  await see("errors-listed")
  await list.getByRole("button", { name: "Starts on" }).click()
  expect(await focused(page)).toBe(await starts.getAttribute("id"))
  await title.fill("Reseller agreement")
  await list.waitFor({ state: "hidden" })
})

type Field = Readonly<{ name: string; isMarked: boolean; hasStar: boolean; isEmpty: boolean; isInvalid: boolean }>

/** The fields of a form as they are drawn: what screen readers are told, and what is seen beside the label. */
const drawn = (verb: string) => `[...[...document.querySelectorAll("form")]
  .find((form) => [...form.querySelectorAll("button")].some((each) => each.textContent === ${JSON.stringify(verb)}))
  .querySelectorAll("input:not([type=checkbox],[type=hidden],[type=file]), textarea")].map((field) => ({
    name: field.labels[0]?.textContent ?? field.ariaLabel ?? "",
    isMarked: field.required || field.ariaRequired === "true",
    hasStar: field.labels[0] !== undefined && getComputedStyle(field.labels[0], "::after").content.includes("*"),
    isEmpty: field.value === "",
    isInvalid: field.ariaInvalid === "true",
  }))`

type Place = Readonly<{ at: string; opens?: string; verb: string; isDoor?: boolean; refuses?: string }>
const places: readonly Place[] = [
  { at: at(`partnerships/${id}/timeline`), verb: "Log activity" },
  { at: at(`partnerships/${id}/new-agreement`), verb: "Save and review" },
  { at: at("new-partnership"), verb: "Create partnership" },
  // Only the contract asks for the address here.
  { at: at("settings/members"), opens: "Invite a colleague", verb: "Send invitation", refuses: "invitations" },
  { at: "/sign-in", verb: "Sign in", isDoor: true },
]

test.each(places)("what must be filled in is marked, and nothing else: $verb", async (place) => {
  const { page, go, see, expectRefusal } = await visit(place.isDoor ? {} : { cookie: owner.cookie })
  await go(place.at)
  if (place.opens) await button(page, place.opens).first().click()
  const form = page
    .locator("form")
    .filter({ has: button(page, place.verb) })
    .first()
  await form.getByText("Fields marked * must be filled in.").waitFor()
  const typed = form.locator(
    "input:is([type=text],[type=email],[type=password],[type=date]):not([readonly],[role=combobox])",
  )
  for (const field of await typed.all()) await field.fill("")
  const fields = () => page.evaluate<readonly Field[]>(drawn(place.verb))
  const before = await fields()
  expect(before.map(({ hasStar }) => hasStar)).toEqual(before.map(({ isMarked }) => isMarked))
  const wanted = before.filter(({ isMarked, isEmpty }) => isMarked && isEmpty).map(({ name }) => name)
  expect(wanted.length).toBeGreaterThan(0)
  if (place.refuses) expectRefusal(`422 POST /api/w/${workspace.slug}/${place.refuses}`)
  await button(page, place.verb).last().click()
  await expect
    .poll(async () => (await fields()).filter(({ isInvalid }) => isInvalid).map(({ name }) => name))
    .toEqual(wanted)
  if (place.isDoor) await see("marked")
})
