import type { Browser } from "playwright-core"
import { median } from "#bench/load"
import type { WebPlace } from "./place.ts"
import { settled, visiting } from "./visit.ts"

export type Paint = Readonly<{ page: string; largestPaintMs: number; scriptKb: number }>

const watchPaints = `window.paints = []
  new PerformanceObserver((list) => window.paints.push(...list.getEntries().map(({ startTime }) => startTime)))
    .observe({ type: "largest-contentful-paint", buffered: true })`

/** Bytes of script as they crossed the wire until the page was at rest. */
const scriptBytes = `performance.getEntriesByType("resource")
  .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`

/** The largest paint of a page opened with nothing in the cache: the median of the rounds. */
export const measurePaint = async (
  browser: Browser,
  place: WebPlace,
  rounds: number,
  [name, path]: readonly [name: string, path: string],
): Promise<Paint> => {
  const found: Paint[] = []
  for (let round = 0; round < rounds; round++)
    found.push(
      await visiting(browser, place, 4, async ({ page }) => {
        await page.addInitScript(watchPaints)
        await page.goto(path)
        await settled(page)
        return {
          page: name,
          largestPaintMs: (await page.evaluate<number[]>("window.paints")).at(-1) ?? Number.NaN,
          scriptKb: (await page.evaluate<number>(scriptBytes)) / 1000,
        }
      }),
    )
  return {
    page: name,
    largestPaintMs: Math.round(median(found.map(({ largestPaintMs }) => largestPaintMs))),
    scriptKb: Math.round(median(found.map(({ scriptKb }) => scriptKb))),
  }
}
