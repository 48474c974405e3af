import { parseArgs } from "node:util"
import { launchChromium } from "#test/chromium"
import { measureInteractions } from "./web/interactions.ts"
import { measurePaint } from "./web/paint.ts"
import { withWebPlace } from "./web/place.ts"
import { measureScroll } from "./web/scroll.ts"

/**
 * How the built pages feel in a real Chromium on a processor four times slower: largest paint, what an act takes, and
 * whether long lists scroll smoothly. Prints JSON. `node bench/web.ts [partnerships]`; the web must be built.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "5" } },
})
const partnerships = Number(positionals[0] ?? 100_000)
const rounds = Number(values.rounds)

const say = (line: string) => process.stderr.write(`bench: ${line}\n`)

const browser = await launchChromium()
try {
  const found = await withWebPlace(partnerships, async (place) => {
    const pages = [
      ["a page without script", "data:text/html,<h1>Nothing</h1>"],
      ["sign-in", "/sign-in"],
      ["home", "/w/demo/home"],
      ["portfolio", "/w/demo/portfolio"],
      ["partnership", `/w/demo/partnerships/${place.drifting}`],
      ["portal home", "/portal", place.partner.cookie],
      ["portal partnership", `/portal/demo/partnerships/${place.partner.partnership}`, place.partner.cookie],
    ] as const
    say("largest paint")
    const paints = []
    for (const page of pages) paints.push(await measurePaint(browser, place, rounds, page))
    say("interactions")
    const interactions = await measureInteractions(browser, place, rounds)
    say("scrolling")
    const scrolls = await measureScroll(browser, place, Math.min(rounds, 3))
    return { partnerships, rounds, paints, interactions, scrolls }
  })
  process.stdout.write(`${JSON.stringify(found)}\n`)
} finally {
  await browser.close()
}
