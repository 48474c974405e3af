import { readFile } from "node:fs/promises"
import type { Locator } from "playwright-core"
import { expect, test } from "vitest"
import { recordActivity } from "#contract/activities"
import { writeComment } from "#contract/discussions"
import { addFile } from "#contract/files"
import { assignRole, createContact } from "#contract/people"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import { enter, monthly, runJob } from "#test/promises"
import { startJourney } from "./journey.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { keelson, visit } = await startJourney("consortium", { clock })
const workspace = await keelson.workspace("Nordwind")
const { partnership, companies, host, first, second } = await recordConsortium(workspace)
const [one, two] = companies
await enter(host, partnership, [
  monthly("host", { title: "Run the office" }),
  monthly("partner", { title: "Deliver the meters", party: one }),
  monthly("partner", { title: "Read the meters", party: two }),
])
clock.moveTo("2026-02-04T09:00:00.000Z")
await runJob("commitments.update-due-states", keelson)

const about = { subjectKind: "partnership", subjectId: partnership }
for (const [name, who, organizationId] of [
  ["Olga One", first, one],
  ["Tom Two", second, two],
] as const) {
  const { body: contact } = await host.call(createContact, { name, organizationId })
  await host.call(assignRole, { partnership, contactId: contact.id, role: "alliance_manager" })
  await who.call(recordActivity, { partnership, kind: "call", direction: "from_partner", summary: `${name} called` })
  await who.call(writeComment, { ...about, body: `A word of ${name}` })
  await who.call(addFile, about, { file: { name: `${name}.txt`, content: Buffer.from(name) } })
}

const place = `/portal/${workspace.slug}/partnerships/${partnership}`
const ours = /\b(we|us|our|ours)\b/i

/** The innermost of these that says the words, as one text. */
const said = async (among: Locator, words: string): Promise<string> => {
  const found = among.filter({ hasText: words }).last()
  await found.waitFor()
  return (await found.textContent()) ?? ""
}

test("to the second company of a consortium its own promises are ours, and each other party has its name", async () => {
  const { page, go, see } = await visit({ cookie: second.cookie })
  await go(place)
  const promises = page.getByRole("region", { name: "Promises" })
  await promises.getByRole("heading", { level: 3, name: "We owe" }).waitFor()
  const headings = await promises.getByRole("heading", { level: 3 }).allTextContents()
  expect(headings).toEqual(["We owe", "Nordwind owes", "Grid One owes"])
  const words = (await promises.textContent()) ?? ""
  const [weOwe = -1, theyOwe = -1, oneOwes = -1] = headings.map((heading) => words.indexOf(heading))
  expect(words.slice(weOwe, theyOwe)).toContain("Read the meters")
  expect(words.slice(theyOwe, oneOwes)).toContain("Run the office")
  expect(words.slice(oneOwes)).toContain("Deliver the meters")
  expect(await promises.getByRole("button", { name: /^Mark kept: Deliver the meters/ }).count()).toBe(0)
  await see("partnership")

  const people = page.getByRole("region", { name: "People" })
  await people.getByText("Tom Two").waitFor()
  const companies = people.locator("section")
  expect(await said(companies, "Tom Two")).toContain("Grid Two")
  expect(await said(companies, "Tom Two")).not.toContain("Olga One")
  const timeline = page.getByRole("region", { name: "Timeline" })
  expect(await said(timeline.locator("li"), "Olga One called")).toContain("Grid One")
  expect(await said(timeline.locator("li"), "Olga One called")).not.toMatch(ours)
  expect(await said(timeline.locator("li"), "Tom Two called")).toContain("Grid Two")
  const files = page.getByRole("region", { name: "Files" })
  expect(await said(files.locator("li"), "Olga One.txt")).toContain("Grid One")
  expect(await files.locator("li").filter({ hasText: "Olga One.txt" }).getByRole("button").count()).toBe(0)
  const talk = page.getByRole("region", { name: "Discussion" })
  expect(await said(talk.locator("li"), "A word of Olga One")).toContain("Grid One")
  expect(await said(talk.locator("li"), "A word of Olga One")).not.toMatch(ours)
})

test("in the register a promise of another company is that company's, and not to be reported", async () => {
  const { page, go, see } = await visit({ cookie: second.cookie })
  await go("/portal/-/promises")
  const lines = page.locator("main li")
  expect(await said(lines, "Deliver the meters")).toContain("Grid One owes")
  expect(await said(lines, "Read the meters")).toContain("We owe")
  expect(await said(lines, "Run the office")).toContain("Owed to us")
  expect(await page.getByRole("button", { name: "Mark kept: Deliver the meters" }).count()).toBe(0)
  expect(await page.getByRole("button", { name: "Mark kept: Read the meters" }).count()).toBeGreaterThan(0)
  await see("register")
  await go("/portal/-/promises?owing=own")
  await said(lines, "Read the meters")
  expect(await lines.filter({ hasText: "Deliver the meters" }).count()).toBe(0)
})

test("what is taken away names the company that owes", async () => {
  const { page, go } = await visit({ cookie: second.cookie })
  await go(place)
  await page.getByRole("button", { name: "Export" }).click()
  const saved = page.waitForEvent("download")
  await page.getByRole("menuitem", { name: "Dates (calendar file)" }).click()
  const calendar = (await readFile(await (await saved).path(), "utf8")).replaceAll(/\r\n[ \t]/g, "")
  expect(calendar).toContain("Deliver the meters (Grid One)")
  expect(calendar).toContain("Read the meters (Grid Two)")
  expect(calendar).toContain("Run the office (Nordwind)")
})
