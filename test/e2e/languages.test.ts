import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { listDriftCases } from "#contract/drift"
import { languageCodes } from "#core/languages"
import { demoAccount, demoPartner, demoPassword, makeDemo } from "#demo"
import { callerWith, signIn } from "#test/keelson"
import { startJourney } from "./journey.ts"
import { desk, phone, takeLook } from "./looks.ts"

/*
 * The main pages in every language that is offered, on a desk and on a phone: the page is in that language, nothing is wider than the
 * screen, no button is cut, and no text is missing. English and German are looked at closely elsewhere, too.
 */
const { keelson, visit } = await startJourney("languages")
await makeDemo(keelson.platform, () => {})
const password = demoPassword(keelson.platform.config.secret)
const cookie = await signIn(keelson.address, demoAccount.email, password)
const partner = await signIn(keelson.address, demoPartner.email, password)
const { items } = (await callerWith(keelson.address, "demo", cookie).call(listDriftCases)).body
const drifting = `/w/demo/partnerships/${items.find(({ state }) => state === "open")?.partnershipId}`

const pages = [
  ...["home", "inbox", "portfolio", "organizations", "tasks", "imports", "settings"].map((place) => `/w/demo/${place}`),
  ...[drifting, `${drifting}/drift`, "/w/demo/new-partnership"],
]

/** What is cut off, and what looks like the key of a text that is not there; the widths are those of the page and of the screen. */
const faults = `(() => {
  const shown = (each) => each.getClientRects().length > 0
  // Names of people and companies may be shortened, and what is only heard is a point wide.
  const labels = [...document.querySelectorAll(".mantine-Button-label, [role=tab], nav a span")]
  const cut = labels.filter((each) => each.clientWidth > 8 && getComputedStyle(each).overflowX === "hidden" && each.scrollWidth > each.clientWidth + 1)
  const scrolls = (each) => each !== null && (/auto|scroll/.test(getComputedStyle(each).overflowX) || scrolls(each.parentElement))
  const beyond = [...document.querySelectorAll("main button, main a")].filter((each) => each.getBoundingClientRect().right > innerWidth + 1 && !scrolls(each))
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const keys = []
  while (texts.nextNode()) if (/^[a-z][\\w-]*(\\.[a-zA-Z][\\w-]+)+$/.test(texts.currentNode.data.trim())) keys.push(texts.currentNode.data)
  return {
    cut: cut.map((each) => each.textContent),
    keys: keys.filter((each) => !/\\.(com|example|net|org|csv|xlsx)$/.test(each)),
    beyond: beyond.map((each) => each.textContent || each.getAttribute("aria-label")),
    isTooWide: document.documentElement.scrollWidth > innerWidth,
  }
})()`

const expectReadable = async (page: Page, language: string, path: string) => {
  await page.getByRole("heading", { level: 1 }).waitFor()
  await page.waitForLoadState("networkidle")
  for (const look of [desk, phone]) {
    await takeLook(page, look)
    const found = await page.evaluate(faults)
    await page.screenshot({ path: `artefacts/languages/${language}${path.replaceAll(/\W+/g, "-")}-${look.width}.png` })
    expect.soft({ path, width: look.width, ...(found as object) }).toEqual({
      ...{ path, width: look.width, cut: [], keys: [], beyond: [], isTooWide: false },
    })
  }
}

test.each(languageCodes.filter((language) => language !== "en"))("the main pages in %s", async (language) => {
  const { page, go } = await visit({ cookie, locale: language })
  for (const path of pages) {
    await go(path)
    await expectReadable(page, language, path.replace(/[0-9a-f-]{36}/, "one"))
  }
  expect(await page.locator("html").getAttribute("lang")).toBe(language)
  const theirs = await visit({ cookie: partner, locale: language })
  await theirs.go("/portal")
  await expectReadable(theirs.page, language, "/portal")
})
