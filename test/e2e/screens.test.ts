/// <reference types="vite/types/importMeta.d.ts" />
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { listDriftCases } from "#contract/drift"
import type { Endpoint } from "#core/endpoint"
import { demoAccount, demoPartner, demoPassword, makeDemo } from "#demo"
import { callerWith, signIn } from "#test/keelson"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"

const { keelson, visit } = await startJourney("screens")
await makeDemo(keelson.platform, () => {})
const password = demoPassword(keelson.platform.config.secret)
const cookie = await signIn(keelson.address, demoAccount.email, password)
const caller = callerWith(keelson.address, "demo", cookie)
const drifting = (await caller.call(listDriftCases)).body.items.find(
  ({ state, onset, cause }) => state === "open" && onset !== null && cause !== null,
)

const isWhole = async (page: Page) => {
  await page.getByRole("heading", { level: 1 }).waitFor()
  expect(await page.getByRole("alert").allInnerTexts()).toEqual([])
}

/** Every page of every area, as its route and its `screens.ts` bring them. */
const routes = Object.values(
  import.meta.glob<readonly { path: string }[]>("/web/workspace/*/routes.ts", { eager: true, import: "routes" }),
).flat()
const screens: Readonly<Record<string, (first: typeof firstOf) => Promise<readonly string[]>>> = Object.assign(
  {},
  ...Object.values(import.meta.glob<object>("/web/workspace/*/screens.ts", { eager: true, import: "screens" })),
)
const firstFor = (asking: typeof caller) => async (list: Endpoint) => {
  const [first] = ((await asking.call(list as never)).body as unknown as { items: Readonly<Record<string, string>>[] })
    .items
  if (first === undefined) throw new Error(`the demo has nothing at ${list.path}`)
  return first
}

const firstOf = firstFor(caller)

test("every screen is of a page there is", () => {
  expect(Object.keys(screens).filter((path) => !routes.some((route) => route.path === path))).toEqual([])
})

test.each(routes.map(({ path }) => path))("%s", async (path) => {
  for (const place of (await screens[path]?.(firstOf)) ?? [path]) {
    expect(place, "an address with a parameter needs its area's screens.ts").not.toContain("$")
    const { page, go, see } = await visit({ cookie })
    await go(`/w/demo/${place}`)
    await isWhole(page)
    await see(place.replace(/[0-9a-f-]{36}/, "one").replaceAll(/\W+/g, "-"))
  }
})

const portalRoutes = Object.values(
  import.meta.glob<readonly { path: string }[]>("/web/portal/*/routes.ts", { eager: true, import: "routes" }),
).flat()
const portalScreens: typeof screens = Object.assign(
  {},
  ...Object.values(import.meta.glob<object>("/web/portal/*/screens.ts", { eager: true, import: "screens" })),
)

test.each(portalRoutes.map(({ path }) => path))("portal: %s", async (path) => {
  const partner = await signIn(keelson.address, demoPartner.email, password)
  const first = firstFor(callerWith(keelson.address, "demo", partner))
  for (const place of (await portalScreens[path]?.(first)) ?? [path]) {
    expect(place, "an address with a parameter needs its area's screens.ts").not.toContain("$")
    const { page, go, see } = await visit({ cookie: partner })
    await go(`/portal/${place}`.replace(/\/+$/, ""))
    await isWhole(page)
    await see(`portal-${place.replace(/[0-9a-f-]{36}/, "one").replaceAll(/\W+/g, "-")}`)
  }
})

test("the drift panel says since when, who first and why, and its lanes answer to the pointer", async () => {
  const { page, go, see } = await visit({ cookie })
  await go(`/w/demo/partnerships/${drifting?.partnershipId}/drift`)
  await page.getByText(/^Drifting since about/).waitFor()
  await page.getByText("Likely cause:").waitFor()
  await page.getByRole("button", { name: "Show as table" }).first().waitFor()
  const lanes = page.getByRole("img", { name: /over time/ }).first()
  await lanes.hover({ position: { x: 600, y: 80 }, force: true })
  await page.locator("[data-week]").waitFor()
  await page.getByText("What the fall consists of").waitFor()
  await page.getByText("What it has cost so far").waitFor()
  await page.getByRole("button", { name: "Why do you say so?" }).click()
  await page.getByText("What would change the answer").waitFor()
  await page.getByText("What people said in like cases").waitFor()
  await page.getByRole("button", { name: "Confirm the cause" }).click()
  await page.getByRole("dialog").getByText("What was the cause?").waitFor()
  await see("drift-confirm")
})

test("every place is reached by thumb on a phone", async () => {
  const { page, go, see } = await visit({ cookie, look: phone })
  await go("/w/demo/home")
  await page.getByRole("button", { name: "More", exact: true }).click()
  const places = page.getByRole("dialog", { name: "Places" })
  await places.waitFor()
  await see("phone-places", [phone])
  await places.getByRole("link", { name: "Settings" }).click()
  await page.waitForURL("**/w/demo/settings")
  await places.waitFor({ state: "hidden" })
  await isWhole(page)
})

test("what does not exist and what is closed to a person say so", async () => {
  const { page, go, see, expectRefusal } = await visit({ cookie })
  expectRefusal("404 GET /no-such-page")
  await go("/no-such-page")
  await page.getByRole("link", { name: "Go to the start page" }).waitFor()
  await see("not-found")
  await go("/w/demo/no-such-page")
  await page.getByRole("navigation", { name: "Places" }).first().waitFor()
  await see("not-found-in-workspace")
  // What the page opens with is asked for beside who is signed in.
  expectRefusal("404 GET /api/w/elsewhere/home")
  await go("/w/elsewhere/home")
  await page.getByText("You are not a member of the workspace “elsewhere”.").waitFor()
  await see("forbidden")
})
