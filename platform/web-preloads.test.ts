import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { preloadsOf } from "./web-preloads.ts"

const folder = mkdtempSync(join(tmpdir(), "keelson-preloads-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("without a manifest nothing is said", () => {
  expect(preloadsOf(folder)({ url: "/w/acme/portfolio", isKnown: true })).toBe("")
})

test("an address names what its page needs and the entrance does not bring, styles too", () => {
  mkdirSync(join(folder, ".vite"))
  writeFileSync(
    join(folder, ".vite", "manifest.json"),
    JSON.stringify({
      "index.html": { file: "assets/entrance.js", imports: ["_first.js"] },
      "_first.js": { file: "assets/first.js" },
      "workspace/shell/Shell.tsx": { file: "assets/shell.js", imports: ["_first.js"] },
      "portal.html": { file: "assets/portal.js", imports: ["_first.js"] },
      "portal/shell/Shell.tsx": { file: "assets/portal-shell.js", imports: ["_first.js", "_table.js"] },
      "portal/partnership/PartnershipPage.lazy.tsx": { file: "assets/own.js", imports: ["portal.html"] },
      "workspace/portfolio/Portfolio.tsx": { file: "assets/portfolio.js", imports: ["_table.js", "index.html"] },
      "../virtual:texts/en": { file: "assets/texts-en.js" },
      "../virtual:texts/de": { file: "assets/texts-de.js" },
      "../virtual:texts/ja": { file: "assets/texts-ja.js" },
      "_table.js": {
        file: "assets/table.js",
        css: ["assets/table.css"],
        imports: ["workspace/portfolio/Portfolio.tsx"],
      },
    }),
  )
  const preloads = preloadsOf(folder)
  expect(preloads({ url: "/w/acme/portfolio?view=map", isKnown: false })).toBe(
    ["shell", "portfolio", "table", "texts-en"]
      .map((name) => `<link rel="modulepreload" crossorigin href="/assets/${name}.js">`)
      .concat('<link rel="stylesheet" crossorigin href="/assets/table.css">')
      .join(""),
  )
  expect(preloads({ url: "/sign-in", isKnown: true })).toBe("")
  expect(preloads({ url: "/w/acme/constructor", isKnown: true })).toBe("")
})

test("of the portal, its own entrance and pages", () => {
  const said = preloadsOf(folder)({ url: "/portal/acme/partnerships/0190-af", isKnown: false })
  const named = [...said.matchAll(/modulepreload" crossorigin href="\/assets\/([\w-]+)\.js"/g)].map(([, name]) => name)
  expect(named).toEqual(["portal-shell", "table", "portfolio", "entrance", "own", "texts-en"])
})

test.each([
  [undefined, "en"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["nl, ja;q=0.5", "ja"],
])("with %s it names the texts of the first language that pages speak", (languages, language) => {
  const said = preloadsOf(folder)({ url: "/w/acme/home", languages, isKnown: false })
  expect([...said.matchAll(/"\/assets\/texts-(\w+)\.js"/g)].map(([, code]) => code)).toEqual([language])
})

test.each([
  ["/w/acme/home", ["/api/me", "/api/w/acme/home?whose=mine"]],
  ["/w/acme/home?whose=all", ["/api/me"]],
  ["/w/acme/portfolio?drifting=true", ["/api/me", "/api/w/acme/portfolio-summary"]],
  ["/w/acme/partnerships/0190-af/drift?on=1", ["/api/me", "/api/w/acme/partnerships/0190-af"]],
  ["/w/acme/partnerships/%22%3E%3Cscript%3E", ["/api/me"]],
  ["/portal", ["/api/me"]],
  ["/portal?from=mail", ["/api/me"]],
  ["/portal/acme", ["/api/me", "/api/w/acme/own-partnerships"]],
  ["/portal/acme/partnerships/0190-af", ["/api/me", "/api/w/acme/own-partnerships?partnership=0190-af"]],
  ["/portal/acme/promises", []],
  ["/portals", []],
  ['/w/a"b/home', []],
])("who may be signed in is read to at %s", (url, reads) => {
  const named = (isKnown: boolean) =>
    [...preloadsOf(folder)({ url, isKnown }).matchAll(/as="fetch" crossorigin href="([^"]*)"/g)].map(([, at]) => at)
  expect(named(true)).toEqual(reads)
  expect(named(false)).toEqual([])
})
