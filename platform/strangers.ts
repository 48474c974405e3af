import type { FastifyInstance } from "fastify"
import { callerAddress } from "./caller-address.ts"
import { tooManyRequests } from "./problem.ts"

declare module "fastify" {
  interface FastifyContextConfig {
    /** Answers whoever asks, with or without a session. */
    needsNoSignIn?: boolean
  }
}

/** How long whoever is over the bound is asked to wait. */
const waitMs = 1_000

/**
 * Of what needs no sign-in, one address has at most so many requests under way: it can slow itself down, and nobody else. A limit
 * per minute alone does not do that, because all of a minute's requests may come at once.
 */
export const boundStrangers = (app: FastifyInstance, most: number): void => {
  const underWay = new Map<string, number>()
  const change = (address: string, by: 1 | -1): void => {
    const now = (underWay.get(address) ?? 0) + by
    if (now === 0) underWay.delete(address)
    else underWay.set(address, now)
  }
  app.addHook("onRequest", async (request, reply) => {
    if (!request.routeOptions.config.needsNoSignIn) return
    const address = callerAddress(request)
    if ((underWay.get(address) ?? 0) >= most) throw tooManyRequests(waitMs)
    change(address, 1)
    // Whether answered, failed or left by the caller.
    reply.raw.once("close", () => change(address, -1))
  })
}
