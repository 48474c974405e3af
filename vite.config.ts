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

export default defineConfig({
  root: "web",
  plugins: [react(), portalEntrance],
  // The server puts a fresh nonce in place of this word on every page, and names it in style-src and script-src.
  html: { cspNonce: "__CSP_NONCE__" },
  server: { proxy: { "/api": api } },
  preview: { proxy: { "/api": api } },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    manifest: true,
    rolldownOptions: { input: { workspace: "web/index.html", portal: "web/portal.html" } },
  },
})
