import { mkdirSync } from "node:fs"
import { expect, test } from "vitest"
import { demoAccount, demoPassword, makeDemo } from "#demo"
import { signIn } from "#test/keelson"
import { startJourney } from "./journey.ts"

/* What is looked at on the screen in pieces is whole on paper: without what is only pressed, light, and every row of a list. */
const { keelson, visit } = await startJourney("printing")
await makeDemo(keelson.platform, () => {})
const cookie = await signIn(keelson.address, demoAccount.email, demoPassword(keelson.platform.config.secret))

const pages = ["home", "portfolio", "organizations", "tasks", "audit"]

test.each(pages)("%s is printed whole, light, and without what is only pressed", async (path) => {
  const { page, go } = await visit({ cookie })
  await page.emulateMedia({ colorScheme: "dark" })
  await go(`/w/demo/${path}`)
  await page.getByRole("heading", { level: 1 }).waitFor()
  await page.waitForLoadState("networkidle")
  const drawn = () => page.locator("[role=row][data-body]").count()
  const onScreen = await drawn()
  mkdirSync("artefacts/printing", { recursive: true })
  await page.pdf({ path: `artefacts/printing/${path}.pdf`, format: "A4" })

  await page.emulateMedia({ media: "print" })
  await page.evaluate("dispatchEvent(new Event('beforeprint'))")
  expect(await page.locator("html").getAttribute("data-mantine-color-scheme")).toBe("light")
  expect(
    await page
      .getByRole("button", { name: /Export|Add/ })
      .filter({ visible: true })
      .count(),
  ).toBe(0)
  expect(await page.getByText("Skip to the page").filter({ visible: true }).count()).toBe(0)
  expect(await page.getByRole("navigation").filter({ visible: true }).count()).toBe(0)
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true)
  if (path === "portfolio") expect([onScreen < 40, await drawn()]).toEqual([true, 40])

  await page.evaluate("dispatchEvent(new Event('afterprint'))")
  await page.emulateMedia({ media: "screen" })
  expect(await page.locator("html").getAttribute("data-mantine-color-scheme")).toBe("dark")
  if (path === "portfolio") await expect.poll(drawn).toBeLessThan(40)
})

test("a printed list says what it is narrowed to, how it is sorted, and of which day it is", async () => {
  const { page, go } = await visit({ cookie })
  await go("/w/demo/portfolio?type=reseller&sort=-value&valueFrom=1000&region=DACH")
  await page.getByRole("heading", { level: 1 }).waitFor()
  await page.waitForLoadState("networkidle")
  await page.emulateMedia({ media: "print" })
  await page.evaluate("dispatchEvent(new Event('beforeprint'))")
  for (const said of [
    /^Filtered by: .*Type Reseller.*Region DACH.*Value, 12 mo\. ≥ 1,000/,
    /^As of .*Sorted by: Value, 12 mo\., descending$/,
  ])
    expect(await page.getByText(said).count()).toBe(1)
})
