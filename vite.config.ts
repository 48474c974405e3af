import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { brotliCompressSync, constants } from "node:zlib"
import react from "@vitejs/plugin-react"
import { type Connect, defineConfig, type Plugin } from "vite"
import { contractsForPages } from "./web/build/contracts.ts"
import { guides } from "./web/build/guides.ts"
import { required } from "./web/build/required.ts"
import { texts } from "./web/build/texts.ts"

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

const ours = /[\\/](core|modules|web[\\/](ui|client|marks|acts|shell))[\\/].*\.(m?js|tsx?|css)$/
const library = /[\\/]node_modules[\\/]/
const isShared = (id: string) => library.test(id) || ours.test(id)

const packages = (names: string) => new RegExp(`[\\\\/]node_modules[\\\\/](${names})[\\\\/]`)
const mantine = (names: string) => new RegExp(`[\\\\/]@mantine[\\\\/]core[\\\\/]esm[\\\\/]\\w+[\\\\/](${names})[\\\\/]`)
const oneOf =
  (...tests: readonly RegExp[]) =>
  (id: string) =>
    tests.some((test) => test.test(id))

/**
 * A page would otherwise ask for a hundred small files. Together is what is needed together: what every page begins with,
 * what opens over a page, what is typed into, long lists. Each takes its own files only; what those need stays where it
 * belongs, or a page would get every field with its first button.
 */
const together = [
  { name: "first", test: isShared, tags: ["$initial" as const], priority: 8 },
  // What every area says of itself: its pages, their addresses, what they read from them.
  { name: "areas", test: /[\\/]web[\\/]workspace[\\/][^\\/]+[\\/]\w+\.ts$/, tags: ["$initial" as const], priority: 8 },
  {
    name: "table",
    test: oneOf(
      packages("@tanstack[\\\\/](react-table|table-core|react-virtual|virtual-core)"),
      /[\\/]web[\\/]ui[\\/](DataTable\.|table[\\/])/,
    ),
    priority: 7,
  },
  {
    name: "over",
    test: oneOf(
      packages(
        "@floating-ui[\\\\/][\\w-]+|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|use-sidecar|use-callback-ref|get-nonce|tslib",
      ),
      /[\\/]@mantine[\\/]hooks[\\/]esm[\\/]use-(focus-trap|focus-return|click-outside|long-press)[\\/]/,
      mantine("Popover|Tooltip|Floating|FocusTrap|Portal|Transition|Modal|ModalBase|Drawer|ScrollArea(?![\\\\/]utils)"),
    ),
    priority: 6,
  },
  {
    name: "fields",
    test: oneOf(
      packages("@mantine[\\\\/]form|klona|fast-deep-equal|react-number-format"),
      mantine(
        "Input|InputBase|InputsGroupFieldset|InlineInput|TextInput|Textarea|Select|Combobox|NumberInput|PasswordInput|Checkbox|Radio|Pill|PillsInput|MultiSelect|Fieldset",
      ),
      /[\\/]web[\\/](ui[\\/](Form|FormDialog|fields|NumberField|SelectField|field[\\/]\w+)|client[\\/](useActForm|useCheckedForm))\./,
    ),
    priority: 5,
  },
  // What stands around every page of both entrances; nothing that others build on, or each would wait for the other.
  {
    name: "frame",
    test: oneOf(
      /[\\/]web[\\/](shell[\\/](FindButton|Frame|Palette|PlaceLink)|ui[\\/]LookItems)\./,
      /[\\/]@mantine[\\/]spotlight[\\/]esm[\\/]spotlight\.store/,
    ),
    priority: 4,
  },
]

type Known = Readonly<{ getModuleInfo(id: string): Readonly<{ importedIds: readonly string[] }> | null }>

/** What many pages ask for is one file, unless it needs something of those above: two files that need each other wait for ever. */
const needsOther = new Map<string, boolean>()
const isOfAnother = ({ tags, test }: (typeof together)[number], id: string): boolean =>
  tags === undefined && (test instanceof RegExp ? test.test(id) : test(id))
const needs = (id: string, modules: Known): boolean => {
  const known = needsOther.get(id)
  if (known !== undefined) return known
  needsOther.set(id, false)
  const found =
    together.some((each) => isOfAnother(each, id)) ||
    (modules.getModuleInfo(id)?.importedIds ?? []).some((imported) => needs(imported, modules))
  needsOther.set(id, found)
  return found
}
const common = {
  debugName: "common",
  name: (id: string, modules: Known) => (needs(id, modules) ? null : "common"),
  ...{ test: isShared, minShareCount: 20, priority: 2 },
}
const chunks = [...together, common]

/** Where people go many times a day: everything such a page is made of is asked for at once. */
const daily = /[\\/](Home|Portfolio|PartnershipPage)[.-]/

/**
 * Every page would name each file that every other is made of, and all of them are read before the first answer: two thousand bytes of
 * names, more with each area. Other pages name their styles, which have to be there first, and find their scripts as they are read.
 */
const namedAhead = (page: string, files: string[]): string[] =>
  daily.test(page) ? files : files.filter((file) => file.endsWith(".css"))

export default defineConfig({
  root: "web",
  plugins: [react(), contractsForPages, texts, guides, required, portalEntrance, packed],
  resolve: {
    alias: {
      // Pages call and never validate: a contract is its method, its path and its types there.
      zod: `${import.meta.dirname}/web/client/schemaless.ts`,
      // Every piece asks for its texts: what the library does for each of them was a third of drawing a page.
      "react-i18next": `${import.meta.dirname}/web/client/translation.ts`,
    },
  },
  worker: { format: "es" },
  // The server puts a fresh nonce in place of this word on every page, and names it in style-src and script-src.
  html: { cspNonce: "__CSP_NONCE__" },
  server: { proxy: { "/api": api } },
  preview: { proxy: { "/api": api } },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    manifest: true,
    modulePreload: { resolveDependencies: namedAhead },
    rolldownOptions: {
      input: { workspace: "web/index.html", portal: "web/portal.html" },
      output: { codeSplitting: { groups: chunks, includeDependenciesRecursively: false } },
    },
  },
})
