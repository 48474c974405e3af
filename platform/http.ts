import { join } from "node:path"
import compress from "@fastify/compress"
import helmet from "@fastify/helmet"
import multipart from "@fastify/multipart"
import rateLimit from "@fastify/rate-limit"
import type { FastifyBaseLogger, FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import fastify, { LogController } from "fastify"
import type { Action } from "./action.ts"
import { callerAddress } from "./caller-address.ts"
import { contentSecurity } from "./content-security.ts"
import { answerFault, answerUnreadable } from "./fault.ts"
import { asOneRequest } from "./holding.ts"
import { serveAuth } from "./http-auth.ts"
import { serveDocs } from "./http-docs.ts"
import { type FormDoor, serveForms } from "./http-forms.ts"
import { type LinkDoor, serveLinks } from "./http-links.ts"
import type { Probes } from "./http-probes.ts"
import { serveProbes } from "./http-probes.ts"
import { serveWeb } from "./http-web.ts"
import { clientAddressHeader } from "./identity.ts"
import { newId } from "./ids.ts"
import { openHolders } from "./link-holder.ts"
import { openMetrics } from "./metrics.ts"
import type { Platform } from "./platform.ts"
import { Problem, tooManyRequests } from "./problem.ts"
import { routeOf } from "./route.ts"
import type { Enter, Sessions } from "./session.ts"
import { endSlowBodies } from "./slow-bodies.ts"
import { boundStrangers } from "./strangers.ts"
import { believed } from "./trusted-proxies.ts"

/** The whole HTTP edge: one route per action, sign-in, API reference, probes, and the built web pages. */
export const openHttp = async (options: {
  platform: Platform
  sessions: Sessions
  actions: readonly Action[]
  probes: Probes
  webFolder: string
  /** Finds what a person is in a workspace, for whoever holds their link. */
  enter: Enter
  links: LinkDoor
  forms: FormDoor
}): Promise<FastifyInstance> => {
  const { platform, sessions, actions } = options
  const { config, log } = platform
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: believed(config.trustProxy),
    bodyLimit: 1024 * 1024,
    genReqId: newId,
    return503OnClosing: true,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerFault,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
  })
  app.setErrorHandler(answerFault)
  app.setNotFoundHandler((request) => {
    throw new Problem(404, "no-such-address", `Nothing answers ${request.method} ${request.url.split("?")[0]}.`)
  })
  // Who may read an answer can change, and a browser or a proxy that kept it would not ask again.
  app.addHook("onRequest", async (request, reply) => {
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store")
  })
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: contentSecurity(config.publicUrl),
    strictTransportSecurity: config.publicUrl.startsWith("https:"),
  })
  app.addHook("onRequest", securityHeaders())
  await app.register(rateLimit, {
    max: config.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: callerAddress,
    errorResponseBuilder: (_request, { ttl }) => tooManyRequests(ttl),
  })
  endSlowBodies(app, config.bodySeconds * 1_000)
  boundStrangers(app, Math.floor(config.connections / 2))
  app.addHook("onRoute", (route) => {
    const { handler } = route
    route.handler = function (request, reply) {
      return asOneRequest(() => handler.call(this, request, reply))
    }
  })
  await app.register(compress, { threshold: 4_096 })
  await app.register(multipart)
  app.addHook("onRequest", async (request) => {
    const { method, headers, routeOptions } = request
    if (!isForeign(method, headers, config.publicUrl, routeOptions.config)) return
    await noteForeign(platform, request)
    throw new Problem(403, "foreign-origin", "This request comes from another site's page and was refused.")
  })
  const metrics = openMetrics()
  app.addHook("onResponse", async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: String(reply.statusCode),
    }
    metrics.requests.observe(labels, reply.elapsedTime / 1_000)
  })
  serveProbes(app, options.probes, metrics)
  serveAuth(app, platform, sessions)
  serveDocs(app, actions)
  const uploads = join(config.folder, "uploads")
  const holders = openHolders(platform.transact, options.enter, guessesPerMinute(config.requestsPerMinute))
  for (const each of actions) app.route(routeOf(each, { platform, sessions, holders, uploads, actions }))
  await serveLinks(app, options.links, { platform, sessions, holders })
  await serveForms(app, options.forms, platform)
  await serveWeb(app, options.webFolder, config.publicUrl)
  return app
}

/** The headers that helmet sets. They are the same for every answer, and helmet would write them anew for each: it is asked once. */
const securityHeaders = () => {
  let known: [string, string][] | undefined
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (known) for (const [name, value] of known) reply.raw.setHeader(name, value)
    else {
      await reply.helmet()
      known = Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)])
    }
  }
}

declare module "fastify" {
  interface FastifyContextConfig {
    isFormWithoutReferrer?: boolean
  }
}

/** Of what one address may ask, this much may be for links that do not exist. */
const guessesPerMinute = (requestsPerMinute: number): number => Math.max(10, Math.floor(requestsPerMinute / 100))

/** Cross-site request forgery: browsers say where a request comes from; a page of another site may not act here. */
const isForeign = (
  method: string,
  headers: Record<string, unknown>,
  publicUrl: string,
  { isFormWithoutReferrer = false }: FastifyContextConfig,
): boolean => {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return false
  const site = headers["sec-fetch-site"]
  // A page that sends no referrer sends "null" for its origin; its form carries a word of its own instead.
  const isUnsaid = headers.origin === undefined || (isFormWithoutReferrer && headers.origin === "null")
  return site === undefined
    ? !isUnsaid && headers.origin !== new URL(publicUrl).origin
    : site !== "same-origin" && site !== "none"
}

/** In whose browser it was tried, where the browser said so; the answer is the same whether or not that can be written down. */
const noteForeign = async ({ identity }: Platform, request: FastifyRequest): Promise<void> => {
  const { cookie = "", "user-agent": device = "" } = request.headers
  const headers = new Headers({ cookie, "user-agent": device, [clientAddressHeader]: callerAddress(request) })
  await identity.note("request.cross_site", headers).catch((fault) => request.log.warn({ err: fault }, "not noted"))
}
