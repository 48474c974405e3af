import type { FastifyInstance, FastifyRequest } from "fastify"
import { wayBack } from "#core/wayBack"
import { callerAddress } from "./caller-address.ts"
import { clientAddressHeader } from "./identity.ts"
import type { Platform } from "./platform.ts"
import { notSignedIn, Problem, unstorableText } from "./problem.ts"
import type { Sessions } from "./session.ts"
import { unstorable } from "./unstorable.ts"

/** Hands /api/auth/* to better-auth, which speaks web Request and Response. */
export const serveAuth = (
  app: FastifyInstance,
  { identity, config }: Pick<Platform, "identity" | "config">,
  sessions: Sessions,
): void => {
  const { origin } = new URL(config.publicUrl)
  app.route({
    method: ["GET", "POST"],
    url: "/api/auth/*",
    config: { needsNoSignIn: true },
    handler: async (request, reply) => {
      const asked = webRequest(request, origin)
      const query = [...new URL(asked.url).searchParams.entries()]
      refuseUnstorable({ path: (request.params as { "*"?: string })["*"], query, body: request.body })
      refuseWayOut(query)
      if (typeof request.body === "object") refuseWayOut(Object.entries(request.body ?? {}))
      const response = await identity.handler(asked).catch(refuseGone)
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

/** An account that goes while somebody comes in with it: there is nobody any more whose session it could be. */
const refuseGone = (fault: unknown): never => {
  const { code, table } = fault as { code?: string; table?: string }
  throw code === "23503" && table === "session" ? notSignedIn() : fault
}

/** Every parameter of sign-in that names an address: `callbackURL`, `redirectTo`, and what comes later. */
const namesAddress = /url$|uri$|^redirect|^next$|^return/i

/** Nobody is led to another site by a link or a form of ours. */
const refuseWayOut = (given: Iterable<readonly [string, unknown]>): void => {
  for (const [name, value] of given)
    if (namesAddress.test(name) && value !== "" && wayBack(value) === undefined)
      throw new Problem(400, "bad-request", `${name} is no way back: expected a path of this site, such as /home.`)
}

/** Sign-in looks things up by what it is given, and PostgreSQL cannot even compare some texts. */
const refuseUnstorable = (given: object): void => {
  const field = unstorable(given)
  if (field !== undefined) throw unstorableText(field)
}

/** Under the address people open: what the caller says it is called (Host) decides nothing and need not be an address at all. */
const webRequest = (request: FastifyRequest, origin: string): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && name !== "content-length") headers.set(name, String(value))
  headers.set(clientAddressHeader, callerAddress(request))
  if (!URL.canParse(`${origin}${request.url}`))
    throw new Problem(400, "bad-request", "This is no address of this site: expected a path.")
  return new Request(`${origin}${request.url}`, {
    method: request.method,
    headers,
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  })
}
