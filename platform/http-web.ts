import { existsSync } from "node:fs"
import { join } from "node:path"
import fastifyStatic from "@fastify/static"
import type { FastifyInstance } from "fastify"

/** The built pages: hashed assets for a year, the two entrances never cached. Unbuilt, the API still serves. */
export const serveWeb = async (app: FastifyInstance, folder: string): Promise<void> => {
  if (!existsSync(join(folder, "index.html"))) return
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    maxAge: "365d",
    immutable: true,
    globIgnore: ["**/*.html"],
  })
  const entrance = (file: string) => (_request: unknown, reply: { sendFile(name: string, options: object): unknown }) =>
    reply.sendFile(file, { maxAge: 0, immutable: false, cacheControl: true })
  app.get("/portal", entrance("portal.html"))
  app.get("/portal/*", entrance("portal.html"))
  app.get("/", entrance("index.html"))
  for (const place of [
    "/w/*",
    "/sign-in",
    "/sign-in/*",
    "/setup",
    "/invitation",
    "/invitation/*",
    "/forgot-password",
    "/reset-password",
    "/gallery",
  ])
    app.get(place, entrance("index.html"))
}
