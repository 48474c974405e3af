import type { Browser } from "playwright-core"
import { median } from "#bench/load"
import type { WebPlace } from "./place.ts"
import { visiting } from "./visit.ts"

export type Scroll = Readonly<{
  list: string
  slower: number
  frameMs: number
  droppedPercent: number
  worstMs: number
}>

const plain = `data:text/html,<div role="grid" style="height:800px;overflow:auto"><div style="height:4000000px;
  background:repeating-linear-gradient(white 0 20px,silver 20px 40px)"></div></div>`

/** A table of this many rows in memory, another that is read page by page, and a page with nothing but a scroll bar. */
const lists = (place: WebPlace) =>
  [
    ["a striped box without script", plain],
    ["100,000 rows in memory", "/gallery"],
    ["the portfolio, read page by page", `/w/${place.large}/portfolio`],
  ] as const

const collectFrames = `window.frames_ = []
  requestAnimationFrame(function next(at) { window.frames_.push(at); requestAnimationFrame(next) })`

/** Scrolls for some seconds as a flick of the wheel does, and looks at how far apart the page's frames are. */
export const measureScroll = async (browser: Browser, place: WebPlace, rounds: number): Promise<readonly Scroll[]> => {
  const found: Scroll[] = []
  for (const slower of [1, 4])
    for (const [list, path] of lists(place)) {
      const took: Omit<Scroll, "list" | "slower">[] = []
      for (let round = 0; round < rounds; round++)
        took.push(
          await visiting(browser, place, slower, async ({ page, devtools }) => {
            await page.goto(path)
            if (path.startsWith("/")) await page.waitForLoadState("networkidle")
            const grid = page.getByRole("grid").first()
            await grid.scrollIntoViewIfNeeded()
            const box = await grid.boundingBox()
            if (!box) throw new Error(`no table on ${path}`)
            await page.evaluate(collectFrames)
            await devtools.send("Input.synthesizeScrollGesture", {
              x: box.x + box.width / 2,
              y: box.y + Math.min(box.height / 2, 200),
              yDistance: -12_000,
              speed: 3_000,
              gestureSourceType: "mouse",
            })
            return framesIn(await page.evaluate<number[]>("window.frames_"))
          }),
        )
      found.push({
        list,
        slower,
        frameMs: Math.round(median(took.map(({ frameMs }) => frameMs)) * 10) / 10,
        droppedPercent: Math.round(median(took.map(({ droppedPercent }) => droppedPercent)) * 10) / 10,
        worstMs: Math.round(median(took.map(({ worstMs }) => worstMs))),
      })
    }
  return found
}

/** A frame is dropped for every whole frame that fits into a gap longer than one and a half. */
const framesIn = (at: readonly number[]) => {
  const gaps = at.slice(1).map((each, index) => each - (at[index] ?? each))
  const frameMs = median(gaps)
  const dropped = gaps.filter((gap) => gap > 1.5 * frameMs).reduce((sum, gap) => sum + Math.round(gap / frameMs) - 1, 0)
  return { frameMs, droppedPercent: (100 * dropped) / (gaps.length + dropped), worstMs: Math.max(...gaps) }
}
