import type { FastifyInstance, FastifyRequest } from "fastify"
import { wayBack } from "#core/wayBack"
import { callerAddress } from "./caller-address.ts"
import type { Identity } from "./identity.ts"
import { clientAddressHeader } from "./identity.ts"
import { Problem } from "./problem.ts"
import type { Sessions } from "./session.ts"

/** Hands /api/auth/* to better-auth, which speaks web Request and Response. */
export const serveAuth = (app: FastifyInstance, identity: Identity, sessions: Sessions): void => {
  app.route({
    method: ["GET", "POST"],
    url: "/api/auth/*",
    config: { needsNoSignIn: true },
    handler: async (request, reply) => {
      const asked = webRequest(request)
      refuseWayOut(new URL(asked.url).searchParams.entries())
      if (typeof request.body === "object") refuseWayOut(Object.entries(request.body ?? {}))
      const response = await identity.handler(asked)
      if (request.method === "POST") sessions.forget()
      reply.status(response.status)
      response.headers.forEach((value, name) => {
        if (name !== "set-cookie") reply.header(name, value)
      })
      for (const cookie of response.headers.getSetCookie()) reply.header("set-cookie", cookie)
      return reply.send(response.body ? Buffer.from(await response.arrayBuffer()) : null)
    },
  })
}

/** Every parameter of sign-in that names an address: `callbackURL`, `redirectTo`, and what comes later. */
const namesAddress = /url$|uri$|^redirect|^next$|^return/i

/** Nobody is led to another site by a link or a form of ours. */
const refuseWayOut = (given: Iterable<readonly [string, unknown]>): void => {
  for (const [name, value] of given)
    if (namesAddress.test(name) && value !== "" && wayBack(value) === undefined)
      throw new Problem(400, "bad-request", `${name} is no way back: expected a path of this site, such as /home.`)
}

const webRequest = (request: FastifyRequest): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && name !== "content-length") headers.set(name, String(value))
  headers.set(clientAddressHeader, callerAddress(request))
  const url = new URL(request.url, `${request.protocol}://${request.host}`)
  return new Request(url, {
    method: request.method,
    headers,
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  })
}
