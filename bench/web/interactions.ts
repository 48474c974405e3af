import type { Browser, Page } from "playwright-core"
import { median } from "#bench/load"
import type { WebPlace } from "./place.ts"
import { settled, visiting } from "./visit.ts"

export type Interaction = Readonly<{ act: string; ms: number }>

/** Event timing, as INP uses it: from the key or press to the paint that follows. Hovering is timed alike, by hand. */
const watchEvents = `window.took = []
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (each.interactionId > 0) window.took.push(each.duration)
  }).observe({ type: "event", durationThreshold: 16 })
  window.hovered = []
  addEventListener("pointermove", ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => window.hovered.push(performance.now() - timeStamp)
    port2.postMessage(null)
  }), { capture: true, passive: true })`

type Act = Readonly<{ name: string; at: (place: WebPlace) => string; act: (page: Page) => Promise<void> }>

const layout = (name: string) => async (page: Page) => {
  await page
    .locator("label")
    .filter({ hasText: new RegExp(`^${name}$`) })
    .click()
}

const acts: readonly Act[] = [
  {
    name: "a page without script",
    at: () => "data:text/html,<button>Nothing</button>",
    act: (page) => page.click("button"),
  },
  { name: "open the palette", at: () => "/w/demo/home", act: (page) => page.keyboard.press("Control+k") },
  {
    name: "open a filter",
    at: () => "/w/demo/portfolio",
    act: (page) => page.getByRole("combobox", { name: "Drift" }).click(),
  },
  {
    name: "filter the portfolio",
    at: () => "/w/demo/portfolio",
    act: async (page) => {
      await page.getByRole("combobox", { name: "Drift" }).click()
      await page.waitForTimeout(700)
      await page.evaluate("window.took.length = 0")
      await page.getByRole("option", { name: "Drifting", exact: true }).click()
    },
  },
  { name: "from the table to the map", at: () => "/w/demo/portfolio", act: layout("Map") },
  { name: "from the map to the table", at: () => "/w/demo/portfolio?view=map", act: layout("Table") },
  {
    name: "open a partnership",
    at: () => "/w/demo/portfolio",
    act: (page) => page.getByRole("grid").getByRole("link").first().click(),
  },
  {
    name: "hover a lane",
    at: ({ drifting }) => `/w/demo/partnerships/${drifting}/drift`,
    act: async (page) => {
      const lane = page.getByRole("img", { name: /over time/ }).first()
      await lane.scrollIntoViewIfNeeded()
      await page.waitForTimeout(500)
      const box = await lane.boundingBox()
      for (let step = 1; box && step <= 20; step++)
        await page.mouse.move(box.x + (box.width * step) / 21, box.y + box.height / 3)
      await page.evaluate(
        "window.took.push(window.hovered.sort((a, b) => a - b)[Math.floor(window.hovered.length / 2)])",
      )
    },
  },
]

/** How long the page takes to answer, each act on a page just opened: medians of the rounds. */
export const measureInteractions = async (browser: Browser, place: WebPlace, rounds: number) => {
  const found: Interaction[] = []
  for (const { name, at, act } of acts) {
    const took: number[] = []
    for (let round = 0; round < rounds; round++)
      took.push(
        await visiting(browser, place, 4, async ({ page }) => {
          await page.addInitScript(watchEvents)
          await page.goto(at(place))
          if (!at(place).startsWith("data:")) await settled(page)
          await act(page)
          await page.waitForTimeout(1_000)
          // What took less than the shortest that is told counts as that.
          return Math.max(16, ...(await page.evaluate<number[]>("window.took")))
        }),
      )
    found.push({ act: name, ms: Math.round(median(took)) })
  }
  return found
}
