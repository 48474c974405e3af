import { expect, test } from "vitest"
import { addDays } from "#core/time"
import { calls, days, logOf } from "#test/scans"
import { startJourney } from "./journey.ts"
import { desk, phone } from "./looks.ts"

const { keelson, visit } = await startJourney("first-hour")
const fileOf = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) })
const partners = fileOf("partners.csv", "Partner,Type\nLumen,reseller\nOrbit,msp\n")
/** One goes on as ever; the other is heard of ever more seldom. The file is of last month: of what ended half a year ago nothing is said now. */
const ago = (count: number) => addDays(new Date().toISOString().slice(0, 10), -count)
const seldom = days(ago(340), ago(45), 21).map((day) => `Orbit,${day},call,Person 1`)
const happened = fileOf(
  "calls.csv",
  logOf(calls("Lumen", ago(920), ago(45)), calls("Orbit", ago(920), ago(343)), seldom),
)

const words = {
  "en-GB": {
    ...{ check: "Check every row", start: /^Import [\d,]+ rows/, owner: "Whoever imports owns them" },
    ...{ imported: "Made by this import", waits: "2 partnerships wait to be looked at", now: "Look now" },
    ...{ nothing: "Nothing can be said of your 2 partnerships yet.", steps: "First steps" },
    ...{ facts: "Import what happened", said: /of your 2 partnerships (is|are) drifting|fallen silent/ },
    ...{ hide: "Hide: Record an agreement", agreement: "Record an agreement", undo: "Undo", all: "Hide these steps" },
  },
  "de-DE": {
    ...{
      check: "Alle Zeilen prüfen",
      start: /^[\d.]+ Zeilen importieren/,
      owner: "Wer importiert, ist verantwortlich",
    },
    ...{ imported: "Von diesem Import angelegt", waits: "2 Partnerschaften warten darauf", now: "Jetzt ansehen" },
    ...{ nothing: "Über Ihre 2 Partnerschaften lässt sich noch nichts sagen.", steps: "Erste Schritte" },
    ...{ facts: "Importieren, was geschehen ist" },
    ...{ said: /Ihrer 2 Partnerschaften drift|sind still|ist still/, hide: "Ausblenden: Einen Vertrag eintragen" },
    ...{ agreement: "Einen Vertrag eintragen", undo: "Rückgängig", all: "Diese Schritte ausblenden" },
  },
} as const

test.each([
  ["en-GB", desk],
  ["de-DE", phone],
] as const)("in %s: a file becomes the first true sentence, and what is missing is named", async (locale, look) => {
  const say = words[locale]
  const workspace = await keelson.workspace(`Hour ${locale}`)
  const owner = await workspace.as("owner")
  const { page, go, see } = await visit({ cookie: owner.cookie, look, locale })
  const at = (path: string) => `/w/${workspace.slug}/${path}`
  const bring = async (file: typeof partners) => {
    await page.locator("input[type=file]").setInputFiles(file)
    await page.getByRole("button", { name: say.check }).click()
    await page.getByRole("button", { name: say.start }).waitFor()
    await page.getByRole("button", { name: say.start }).click()
    await page.getByText(say.imported).waitFor()
  }
  await go(at("home"))
  await see("empty", [look])
  await go(at("imports"))
  await bring(partners)
  await page.getByText(say.owner).waitFor()
  // Looking begins by itself as well, on a busy machine before anybody has read that it will.
  const waits = page.getByText(say.waits).or(page.getByText(say.nothing))
  const lookNow = () =>
    page
      .getByRole("button", { name: say.now })
      .click({ timeout: 5_000 })
      .catch(() => undefined)
  await waits.waitFor()
  await see("waiting", [look])
  // Left, and found again.
  await go(at("home"))
  await page.getByText(say.steps).waitFor()
  await waits.waitFor()
  await see("steps")
  await lookNow()
  await page.getByText(say.nothing).waitFor()
  await see("nothing", [look])
  await page.getByRole("link", { name: say.facts }).first().click()
  await bring(happened)
  await lookNow()
  await page.getByText(say.said).first().waitFor()
  await see("first-sentence")
  await page.getByRole("link", { name: "Orbit" }).first().click()
  await page.waitForURL(/partnerships\//)

  await go(at("home"))
  await page.getByRole("button", { name: say.hide }).click()
  await page.getByRole("link", { name: say.agreement }).waitFor({ state: "detached" })
  await page.getByRole("button", { name: say.undo }).click()
  await page.getByRole("link", { name: say.agreement }).waitFor()
  await page.getByRole("button", { name: say.all }).click()
  await page.getByText(say.steps, { exact: true }).waitFor({ state: "detached" })
  await page.reload()
  await page.locator("[data-answer]").waitFor()
  await page.waitForLoadState("networkidle")
  expect(await page.getByText(say.steps, { exact: true }).count()).toBe(0)
})
