import { globSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { brotliCompressSync, constants } from "node:zlib"
import react from "@vitejs/plugin-react"
import { type Connect, defineConfig, type Plugin } from "vite"

const api = process.env.KEELSON_API ?? "http://127.0.0.1:4000"

/** The portal is a second entrance: everything below `/portal` is answered with its page, as the server does. */
const portalPages: Connect.NextHandleFunction = (request, _response, next) => {
  const isPage = /^\/portal(\/|\?|$)/.test(request.url ?? "") && !/\.\w+(\?|$)/.test(request.url ?? "")
  if (isPage) request.url = "/portal.html"
  next()
}

const portalEntrance: Plugin = {
  name: "keelson-portal-entrance",
  configureServer: (server) => {
    server.middlewares.use(portalPages)
  },
  configurePreviewServer: (server) => {
    server.middlewares.use(portalPages)
  },
}

/** Scripts and styles are packed once, here, instead of by the server for every visitor. */
const packed: Plugin = {
  name: "keelson-packed",
  apply: "build",
  writeBundle: ({ dir = "" }) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    for (const name of readdirSync(join(dir, "assets")).filter((each) => /\.(js|css)$/.test(each)))
      writeFileSync(
        join(dir, "assets", `${name}.br`),
        brotliCompressSync(readFileSync(join(dir, "assets", name)), { params }),
      )
  },
}

const ofContract = /[\\/]modules[\\/][^\\/]+[\\/](contract\.ts|contract[\\/]\w+\.ts)$/
const words = /\bsummary:\s*"(?:[^"\\]|\\.)*"|\btitle:\s*"(?:[^"\\]|\\.)*"/g

/** What an endpoint says of itself is for the API reference, and what it refuses with is said by the server: no page reads either. */
const wordless: Plugin = {
  name: "keelson-wordless-contracts",
  apply: "build",
  enforce: "pre",
  transform: (source, id) =>
    ofContract.test(id)
      ? { code: source.replace(words, (found) => `${found.slice(0, found.indexOf(":"))}: ""`), map: null }
      : undefined,
}

type Texts = Readonly<Record<string, unknown>>

const merged = (some: Texts, more: Texts): Texts => {
  const all: Record<string, unknown> = { ...some }
  for (const [key, value] of Object.entries(more))
    all[key] = typeof value === "object" && key in all ? merged(all[key] as Texts, value as Texts) : value
  return all
}

const textsName = "virtual:module-texts"

/**
 * What modules say on one subject (`texts/<subject>.<language>.json`: what they refuse with, what happened, what a file may
 * bring) becomes one file per language: `virtual:module-texts` answers how to fetch each, by "<subject>.<language>".
 */
const moduleTexts: Plugin = {
  name: "keelson-module-texts",
  resolveId: (id) => (id.startsWith(textsName) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${textsName}`)) return undefined
    const files = globSync("{core,platform,modules/*,web/client}/texts/*.*.json", { cwd: import.meta.dirname })
    const [, wanted] = id.split("/")
    if (wanted === undefined) {
      const names = [...new Set(files.map((path) => basename(path, ".json")))]
      const entries = names.map((name) => `${JSON.stringify(name)}: () => import("${textsName}/${name}")`)
      return `export const moduleTexts = { ${entries.join(", ")} }`
    }
    const own = files.filter((path) => basename(path, ".json") === wanted)
    for (const path of own) this.addWatchFile(join(import.meta.dirname, path))
    const texts = own.map((path): Texts => JSON.parse(readFileSync(join(import.meta.dirname, path), "utf8")))
    return `export const texts = ${JSON.stringify(texts.reduce(merged, {}))}`
  },
}

const shared = /[\\/](node_modules|core|modules|web[\\/](ui|client|marks|acts))[\\/].*\.(m?js|tsx?)$/
const table =
  /[\\/](@tanstack[\\/](react-table|table-core|react-virtual|virtual-core)|web[\\/]ui[\\/](DataTable\.|table[\\/]))/
const form = /[\\/](@mantine[\\/]form|klona|fast-deep-equal)[\\/]/

/** A page would otherwise ask for a hundred small files: one for the start, one for what many pages need. */
const chunks = [
  { name: "router", test: /[\\/]@tanstack[\\/](react-router|router-core|history|react-store|store)[\\/]/, priority: 4 },
  { name: "first", test: shared, tags: ["$initial" as const], priority: 3 },
  // What every area says of itself: its pages, their addresses, what they read from them.
  { name: "areas", test: /[\\/]web[\\/]workspace[\\/][^\\/]+[\\/]\w+\.ts$/, tags: ["$initial" as const], priority: 3 },
  {
    name: "common",
    test: (id: string) => shared.test(id) && !table.test(id) && !form.test(id),
    minShareCount: 6,
    priority: 2,
  },
  // Not every page has a long list, and hardly one begins with a form.
  { name: "table", test: table, priority: 1 },
  { name: "form", test: form, priority: 1 },
]

export default defineConfig({
  root: "web",
  plugins: [react(), wordless, moduleTexts, portalEntrance, packed],
  // Pages call and never validate: a contract is its method, its path and its types there.
  resolve: { alias: { zod: `${import.meta.dirname}/web/client/schemaless.ts` } },
  worker: { format: "es" },
  // The server puts a fresh nonce in place of this word on every page, and names it in style-src and script-src.
  html: { cspNonce: "__CSP_NONCE__" },
  server: { proxy: { "/api": api } },
  preview: { proxy: { "/api": api } },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    manifest: true,
    rolldownOptions: {
      input: { workspace: "web/index.html", portal: "web/portal.html" },
      output: { codeSplitting: { groups: chunks } },
    },
  },
})
