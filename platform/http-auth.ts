import type { FastifyInstance, FastifyRequest } from "fastify"
import type { Identity } from "./identity.ts"
import { clientAddressHeader } from "./identity.ts"
import type { Sessions } from "./session.ts"

/** Hands /api/auth/* to better-auth, which speaks web Request and Response. */
export const serveAuth = (app: FastifyInstance, identity: Identity, sessions: Sessions): void => {
  app.route({
    method: ["GET", "POST"],
    url: "/api/auth/*",
    config: { needsNoSignIn: true },
    handler: async (request, reply) => {
      const response = await identity.handler(webRequest(request))
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

const webRequest = (request: FastifyRequest): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && name !== "content-length") headers.set(name, String(value))
  headers.set(clientAddressHeader, request.ip)
  const url = new URL(request.url, `${request.protocol}://${request.host}`)
  return new Request(url, {
    method: request.method,
    headers,
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  })
}
