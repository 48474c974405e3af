import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { preloadsOf } from "./web-preloads.ts"

const folder = mkdtempSync(join(tmpdir(), "keelson-preloads-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("without a manifest nothing is said", () => {
  expect(preloadsOf(folder)("/w/acme/portfolio")).toBe("")
})

test("an address names what its page needs and the entrance does not bring, styles too", () => {
  mkdirSync(join(folder, ".vite"))
  writeFileSync(
    join(folder, ".vite", "manifest.json"),
    JSON.stringify({
      "index.html": { file: "assets/entrance.js", imports: ["_first.js"] },
      "_first.js": { file: "assets/first.js" },
      "workspace/shell/Shell.tsx": { file: "assets/shell.js", imports: ["_first.js"] },
      "workspace/portfolio/Portfolio.tsx": { file: "assets/portfolio.js", imports: ["_table.js", "index.html"] },
      "_table.js": {
        file: "assets/table.js",
        css: ["assets/table.css"],
        imports: ["workspace/portfolio/Portfolio.tsx"],
      },
    }),
  )
  const preloads = preloadsOf(folder)
  expect(preloads("/w/acme/portfolio?view=map")).toBe(
    ["shell", "portfolio", "table"]
      .map((name) => `<link rel="modulepreload" crossorigin href="/assets/${name}.js">`)
      .concat('<link rel="stylesheet" crossorigin href="/assets/table.css">')
      .join(""),
  )
  expect(preloads("/sign-in")).toBe("")
  expect(preloads("/w/acme/constructor")).toBe("")
})
