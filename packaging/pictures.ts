import { join } from "node:path"
import { parseArgs } from "node:util"
import type { Browser } from "playwright-core"
import { type WebPlace, withWebPlace } from "#bench/web/place"
import { settled, visiting } from "#bench/web/visit"
import type { listPartnerships } from "#contract/portfolio"
import type { OutputOf } from "#core/endpoint"
import { launchChromium } from "#test/chromium"

/*
 * `npm run pictures`: what README shows, taken of the demo by the browser of the machine, light and dark. The demo ends on the
 * day of taking, so its dates move on; its stories do not.
 */
const { values } = parseArgs({ options: { folder: { type: "string", default: "docs/pictures" } } })

/** Its own story in the demo: our answers slow down, then they stop registering. */
const drifting = "Halden Systemhaus"

type Picture = Readonly<{ name: string; path: string }>

const picturesOf = (partnership: string): readonly Picture[] => [
  { name: "drift-panel", path: `/w/demo/partnerships/${partnership}/drift` },
  { name: "portfolio", path: "/w/demo/portfolio?sort=-onset" },
]

const partnershipOf = async ({ address, cookie }: WebPlace): Promise<string> => {
  const answer = await fetch(`${address}/api/w/demo/partnerships?search=${encodeURIComponent(drifting)}`, {
    headers: { cookie },
  })
  const { items } = (await answer.json()) as OutputOf<typeof listPartnerships>
  const [found] = items
  if (!found) throw new Error(`The demo knows no ${drifting}.`)
  return found.id
}

const take = (browser: Browser, place: WebPlace, { name, path }: Picture, scheme: "light" | "dark") =>
  visiting(browser, place, 1, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" })
    await page.goto(path)
    await settled(page)
    const file = join(values.folder, `${name}-${scheme}.png`)
    await page.screenshot({ path: file })
    process.stdout.write(`${file}\n`)
  })

await withWebPlace(1, async (place) => {
  const pictures = picturesOf(await partnershipOf(place))
  const browser = await launchChromium()
  try {
    for (const picture of pictures)
      for (const scheme of ["light", "dark"] as const) await take(browser, place, picture, scheme)
  } finally {
    await browser.close()
  }
})
