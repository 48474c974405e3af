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

const shared = /[\\/](node_modules|core|modules|web[\\/](ui|client|marks|acts))[\\/].*\.(m?js|tsx?)$/

/** A page would otherwise ask for a hundred small files: one for the start, one for what many pages need. */
const chunks = [
  // The portal has no router.
  { name: "router", test: /[\\/]@tanstack[\\/](react-router|router-core|history|react-store|store)[\\/]/, priority: 3 },
  { name: "first", test: shared, tags: ["$initial" as const], priority: 2 },
  { name: "common", test: shared, minShareCount: 6, priority: 1 },
]

export default defineConfig({
  root: "web",
  plugins: [react(), portalEntrance],
  // Pages call and never validate: a contract is its method, its path and its types there.
  resolve: { alias: { zod: `${import.meta.dirname}/web/client/schemaless.ts` } },
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
