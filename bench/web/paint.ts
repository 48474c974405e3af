import { existsSync, readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import type { Browser, Page } from "playwright-core"
import { median } from "#bench/load"
import type { WebPlace } from "./place.ts"
import { settled, visiting } from "./visit.ts"

export type Paint = Readonly<{
  page: string
  largestPaintMs: number
  /** Until the first answer is written, packed with gzip as the budget counts; all of it, as it crossed the wire. */
  scriptKb: number
  wholeKb: number
  layoutShift: number
}>

const watchPaints = `window.paints = []
  new PerformanceObserver((list) => window.paints.push(...list.getEntries().map(({ startTime }) => startTime)))
    .observe({ type: "largest-contentful-paint", buffered: true })
  window.shift = 0
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value
  }).observe({ type: "layout-shift", buffered: true })
  const watcher = new MutationObserver(() => {
    if (!document.querySelector("[data-answer]")) return
    window.answeredAt = performance.now()
    watcher.disconnect()
  })
  watcher.observe(document, { childList: true, subtree: true })`

/** Every script asked for until the page was at rest; a page without an answer of its own (the sign-in) is counted whole. */
const scripts = `performance.getEntriesByType("resource")
  .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
  .map(({ name, startTime, encodedBodySize }) => ({
    path: new URL(name).pathname,
    bytes: encodedBodySize,
    isBefore: startTime <= (window.answeredAt ?? Infinity),
  }))`

type Script = Readonly<{ path: string; bytes: number; isBefore: boolean }>

const gzipped = ({ path }: Script): number => {
  const file = [`dist/web${path}`, `web/public${path}`].find(existsSync)
  return file === undefined ? 0 : gzipSync(readFileSync(file)).length
}

const sum = (figures: readonly number[]): number => figures.reduce((all, each) => all + each, 0)

/** The largest paint of a page opened with nothing in the cache: the median of the rounds. */
export const measurePaint = async (
  browser: Browser,
  place: WebPlace,
  rounds: number,
  [name, path, cookie = place.cookie]: readonly [name: string, path: string, cookie?: string],
): Promise<Paint> => {
  const found: Paint[] = []
  for (let round = 0; round < rounds; round++)
    found.push(
      await visiting(browser, { address: place.address, cookie }, 4, async ({ page }) => {
        await page.addInitScript(watchPaints)
        await page.goto(path)
        await settled(page)
        return {
          page: name,
          largestPaintMs: (await page.evaluate<number[]>("window.paints")).at(-1) ?? Number.NaN,
          ...(await scriptsOf(page)),
          layoutShift: await page.evaluate<number>("window.shift"),
        }
      }),
    )
  return {
    page: name,
    largestPaintMs: Math.round(median(found.map(({ largestPaintMs }) => largestPaintMs))),
    scriptKb: Math.round(median(found.map(({ scriptKb }) => scriptKb))),
    wholeKb: Math.round(median(found.map(({ wholeKb }) => wholeKb))),
    layoutShift: Math.round(median(found.map(({ layoutShift }) => layoutShift)) * 1000) / 1000,
  }
}

const scriptsOf = async (page: Page): Promise<Pick<Paint, "scriptKb" | "wholeKb">> => {
  const asked = await page.evaluate<Script[]>(scripts)
  return {
    scriptKb: sum(asked.filter(({ isBefore }) => isBefore).map(gzipped)) / 1000,
    wholeKb: sum(asked.map(({ bytes }) => bytes)) / 1000,
  }
}
