import { readFile } from "node:fs/promises"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { enter, monthly, recordPartnership } from "#test/promises"
import { startJourney } from "./journey.ts"

const { keelson, visit } = await startJourney("taking-away")
const workspace = await keelson.workspace("Taking")
const owner = await workspace.as("owner")
const { id: partnership } = await recordPartnership(owner, "Müller & Söhne <東京>")
await enter(owner, partnership, [monthly("partner", { title: "Figures of the month" })])

/** Opens the menu, presses an entry, and answers the file that the browser saved. */
const take = async (page: Page, entry: string, nth = 0): Promise<{ name: string; content: Buffer }> => {
  await page.getByRole("button", { name: "Export" }).click()
  const saved = page.waitForEvent("download")
  await page.getByRole("menuitem", { name: entry }).nth(nth).click()
  const download = await saved
  const name = download.suggestedFilename()
  await page.getByText(`${name} is saved.`).waitFor()
  return { name, content: await readFile(await download.path()) }
}

test("a partnership is taken away as pages, slides, rows and a calendar, each under its own name", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(`/w/${workspace.slug}/partnerships/${partnership}`)
  await page.getByRole("button", { name: "Export" }).click()
  await page.getByRole("menu", { name: "Export" }).getByText("For both sides").waitFor()
  await see("menu")
  await page.keyboard.press("Escape")
  const ours = await take(page, "One page (PDF)")
  expect(ours.name).toMatch(/^Müller & Söhne _東京_ .* internal\.pdf$/)
  expect(ours.content.subarray(0, 5).toString()).toBe("%PDF-")
  const both = await take(page, "One page (PDF)", 1)
  expect(both.content.equals(ours.content)).toBe(false)
  expect((await take(page, "Slides (PowerPoint)")).content.subarray(0, 2).toString()).toBe("PK")
  expect((await take(page, "Promises (Excel)")).name).toMatch(/\.xlsx$/)
  expect((await take(page, "Dates (calendar file)")).content.toString()).toContain("Figures of the month")
})

test("the portfolio is taken away as it is narrowed, and a refusal is said where it was asked for", async () => {
  const { page, go, expectRefusal } = await visit({ cookie: owner.cookie })
  await go(`/w/${workspace.slug}/portfolio?type=isv`)
  expect((await take(page, "All rows (CSV)")).content.toString().trim().split("\r\n")).toHaveLength(1)
  await go(`/w/${workspace.slug}/portfolio`)
  expect((await take(page, "All rows (CSV)")).content.toString()).toContain("Müller & Söhne <東京>")
  expectRefusal(`503 GET /api/w/${workspace.slug}/portfolio-document`)
  await page.route("**/portfolio-document*", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({
        type: "/api/problems#try-again",
        status: 503,
        code: "try-again",
        title: "Try again in a few seconds.",
      }),
    }),
  )
  await page.getByRole("button", { name: "Export" }).click()
  await page.getByRole("menuitem", { name: "List (PDF)" }).click()
  await page.getByText("Try again in a few seconds.").waitFor()
})
