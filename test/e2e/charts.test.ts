import { expect, test } from "vitest"
import { demoAccount, demoPassword, makeDemo } from "#demo"
import { signIn } from "#test/keelson"
import { startJourney } from "./journey.ts"

/* A picture waits for what draws it: whatever happens meanwhile, it is drawn at last or says why not. */
const { keelson, visit } = await startJourney("charts")
await makeDemo(keelson.platform, () => {})
const cookie = await signIn(keelson.address, demoAccount.email, demoPassword(keelson.platform.config.secret))

const engine = /\/engine[^/]*\.js$/
const map = "/w/demo/portfolio?view=map"
const waiting = "figure .mantine-Skeleton-root"

test("a picture whose theme changes before it is drawn, and that is out of sight by then, is drawn", async () => {
  const { page } = await visit({ cookie })
  const held = Promise.withResolvers<void>()
  await page.route(engine, (route) => held.promise.then(() => route.continue()))
  await page.goto(map)
  await page.locator(waiting).waitFor()
  await page.evaluate("document.querySelector('figure').style.marginTop = '9000px'")
  await page.emulateMedia({ colorScheme: "dark" })
  await expect.poll(() => page.locator("html").getAttribute("data-mantine-color-scheme")).toBe("dark")
  held.resolve()
  await page.locator("figure canvas").waitFor({ state: "attached" })
  await page.locator(waiting).waitFor({ state: "detached" })
})

test("a picture that cannot be fetched says so, and its table is still there", async () => {
  const { page } = await visit({ cookie })
  await page.route(engine, (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error()" }))
  await page.goto(map)
  await page.getByText("The picture could not be fetched.", { exact: false }).waitFor()
  await page.getByRole("button", { name: "Show as table" }).click()
  await page.getByRole("figure").getByRole("table").waitFor()
})
