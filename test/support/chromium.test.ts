import { expect, test } from "vitest"
import { launchChromium } from "./chromium.ts"

test("launches the system's browser", async () => {
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.setContent("<main><h1>Keelson</h1></main>")
  expect(await page.getByRole("heading").textContent()).toBe("Keelson")
  await browser.close()
})
