import { existsSync, readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { localeOf } from "#core/format"
import { languageCodes } from "#core/languages"
import { enter, monthly, recordPartnership } from "#test/promises"
import { startJourney } from "./journey.ts"

/*
 * What a visitor waits for: every script that is asked for until the page has written its answer, texts included, packed with
 * gzip. What is fetched afterwards (menus, palette, sections) stands in nobody's way and is not counted.
 */
const budget = 200_000

const { keelson, visit } = await startJourney("first-load")
const workspace = await keelson.workspace("Northwind Cloud")
const manager = await workspace.as("partner_manager")
const partnership = await recordPartnership(manager, "Contoso Services")
await enter(manager, partnership.id, [monthly("host", { title: "Send leads" })])
const partner = await workspace.asPartner(partnership.organizationId)

const pages = [
  ["home", `/w/${workspace.slug}/home`, manager.cookie],
  ["portfolio", `/w/${workspace.slug}/portfolio`, manager.cookie],
  ["partnership", `/w/${workspace.slug}/partnerships/${partnership.id}`, manager.cookie],
  ["portal home", "/portal", partner.cookie],
  ["portal partnership", `/portal/${workspace.slug}/partnerships/${partnership.id}`, partner.cookie],
] as const

/** The moment the answer is written; what waits for long in vain (`web/ui/rest.tsx`) would come too early on a slow machine. */
const watchAnswer = `{
  const later = window.setTimeout
  window.setTimeout = (run, ms, ...more) => (ms >= 5000 ? 0 : later(run, ms, ...more))
  const watcher = new MutationObserver(() => {
    if (!document.querySelector("[data-answer]")) return
    window.answeredAt = performance.now()
    watcher.disconnect()
  })
  watcher.observe(document, { childList: true, subtree: true })
}`

const scriptsUntilAnswer = `performance.getEntriesByType("resource")
  .filter(({ name, startTime }) => /\\.js$/.test(new URL(name).pathname) && startTime <= window.answeredAt)
  .map(({ name }) => new URL(name).pathname)`

const packed = (path: string): number => {
  const file = ["dist/web", "web/public"].map((folder) => `${folder}${path}`).find(existsSync)
  if (file === undefined) throw new Error(`${path} is no file of the build`)
  return gzipSync(readFileSync(file)).length
}

describe.each(languageCodes.map((language) => localeOf(language)))("in %s", (locale) => {
  test.each(pages)("%s gives its answer within the budget for scripts", async (_name, path, cookie) => {
    const { page } = await visit({ cookie, locale })
    await page.addInitScript(watchAnswer)
    await page.goto(path)
    await page.locator("[data-answer]").waitFor()
    const scripts = (await page.evaluate<string[]>(scriptsUntilAnswer))
      .map((script) => ({ script, bytes: packed(script) }))
      .toSorted((one, other) => other.bytes - one.bytes)
    const bytes = scripts.reduce((sum, each) => sum + each.bytes, 0)
    const largest = scripts.slice(0, 12).map((each) => `${Math.round(each.bytes / 1000)} kB ${each.script}`)
    expect(scripts.length).toBeGreaterThan(5)
    expect(
      bytes,
      `${path} asks for ${bytes} bytes of script before its answer. The largest of ${scripts.length}:\n${largest.join("\n")}`,
    ).toBeLessThanOrEqual(budget)
  })
})

const readsUntilAnswer = `performance.getEntriesByType("resource")
  .filter(({ name, startTime }) => new URL(name).pathname.startsWith("/api/") && startTime <= window.answeredAt)
  .map(({ name, initiatorType }) => ({ asked: name.slice(location.origin.length), by: initiatorType }))`

test.each([
  ["home", manager, `/w/${workspace.slug}/home`, "home?whose=mine"],
  ["portfolio", manager, `/w/${workspace.slug}/portfolio`, "portfolio-summary"],
  [
    "partnership",
    manager,
    `/w/${workspace.slug}/partnerships/${partnership.id}/drift`,
    `partnerships/${partnership.id}`,
  ],
  ["portal vendor", partner, `/portal/${workspace.slug}`, "own-partnerships"],
  [
    "portal partnership",
    partner,
    `/portal/${workspace.slug}/partnerships/${partnership.id}`,
    `own-partnerships?partnership=${partnership.id}`,
  ],
] as const)(
  "%s is read by the page's own head while its code is on its way, and by nobody again",
  async (_name, { cookie }, path, answer) => {
    const { page } = await visit({ cookie })
    await page.addInitScript(watchAnswer)
    await page.goto(path)
    await page.locator("[data-answer]").waitFor()
    const reads = await page.evaluate<readonly Readonly<{ asked: string; by: string }>[]>(readsUntilAnswer)
    const first = ["/api/me", `/api/w/${workspace.slug}/${answer}`]
    // Which of them begins first is the browser's affair.
    const named = reads.filter(({ asked }) => first.includes(asked))
    expect(named.toSorted((one, other) => first.indexOf(one.asked) - first.indexOf(other.asked))).toEqual(
      first.map((asked) => ({ asked, by: "link" })),
    )
  },
)

test("no script waits for one that waits for it: which of them is run first would be left to chance", () => {
  const files = JSON.parse(readFileSync("dist/web/.vite/manifest.json", "utf8")) as Record<
    string,
    { imports?: string[] }
  >
  const importsOf = (name: string) => files[name]?.imports ?? []
  const reached = (from: string) => {
    const seen = new Set<string>()
    const follow = (name: string): void => {
      if (seen.has(name)) return
      seen.add(name)
      importsOf(name).forEach(follow)
    }
    importsOf(from).forEach(follow)
    return seen
  }
  expect(Object.keys(files).length).toBeGreaterThan(50)
  expect(Object.keys(files).filter((name) => reached(name).has(name))).toEqual([])
})
