import type { FastifyRequest } from "fastify"
import type { Actor } from "#core/actor"
import type { Endpoint } from "#core/endpoint"
import { refusalOf } from "#core/refusalsOfNote"
import { callerAddress } from "./caller-address.ts"
import type { Platform } from "./platform.ts"
import { Problem } from "./problem.ts"

/** Does what a request asks for as somebody; where that is refused, it is counted and answered as it is. */
export const noting = async <R>(
  { identity }: Pick<Platform, "identity">,
  { method, scope, path }: Pick<Endpoint, "method" | "scope" | "path">,
  request: FastifyRequest,
  actor: Actor,
  run: () => Promise<R>,
): Promise<R> => {
  try {
    return await run()
  } catch (fault) {
    if (fault instanceof Problem && (scope === "workspace" || scope === "link") && isSomebody(actor)) {
      const kind = refusalOf(scope, fault.body, fault.saysOfAsker)
      const { workspaceId, userId } = actor
      const place = { address: callerAddress(request), device: request.headers["user-agent"] ?? "" }
      if (kind !== undefined) identity.refusals.note({ kind, workspaceId, userId, asked: `${method} ${path}`, place })
    }
    throw fault
  }
}

const isSomebody = (actor: Actor) => actor.kind === "member" || actor.kind === "partner-user"
