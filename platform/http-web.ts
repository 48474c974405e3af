import { randomBytes } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import fastifyStatic from "@fastify/static"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { contentSecurity } from "./content-security.ts"
import { preloadsOf } from "./web-preloads.ts"

/** Stands in the built pages wherever the nonce of the request belongs. */
const nonceMark = "__CSP_NONCE__"

const workspacePlaces = [
  "/",
  "/w/*",
  "/sign-in",
  "/sign-in/*",
  "/setup",
  "/invitation",
  "/invitation/*",
  "/forgot-password",
  "/reset-password",
  "/account",
  "/verify",
  "/gallery",
]

/** The built pages: hashed assets for a year, the two entrances never cached. Unbuilt, the API still serves. */
export const serveWeb = async (app: FastifyInstance, folder: string, publicUrl: string): Promise<void> => {
  if (!existsSync(join(folder, "index.html"))) return
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    maxAge: "365d",
    immutable: true,
    globIgnore: ["**/*.html", "**/*.br"],
    preCompressed: true,
  })
  const preloads = preloadsOf(folder)
  const entrance = (file: string) => {
    const html = readFileSync(join(folder, file), "utf8")
    return (request: FastifyRequest, reply: FastifyReply) => {
      const nonce = randomBytes(16).toString("base64")
      reply.helmet({ contentSecurityPolicy: contentSecurity(publicUrl, nonce) })
      const { cookie, "accept-language": languages } = request.headers
      const ahead = preloads({ url: request.url, languages, isKnown: cookie !== undefined })
      return reply
        .type("text/html; charset=utf-8")
        .header("cache-control", "no-cache")
        .send(html.replaceAll(nonceMark, nonce).replace("</head>", `${ahead}</head>`))
    }
  }
  const workspace = entrance("index.html")
  const portal = entrance("portal.html")
  for (const place of workspacePlaces) app.get(place, workspace)
  for (const place of ["/portal", "/portal/*"]) app.get(place, portal)
  // A person at an address that does not exist gets a page that says so; programs get the problem document.
  app.get("/*", (request, reply) => {
    const isPage = request.headers.accept?.includes("text/html") && !request.url.startsWith("/api/")
    return isPage ? workspace(request, reply.status(404)) : reply.callNotFound()
  })
}
