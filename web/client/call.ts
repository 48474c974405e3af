import type { z } from "zod"
import type { Endpoint, OutputOf } from "#core/endpoint"
import { inSession } from "./inSession.ts"
import { request } from "./request.ts"
import { currentSlug } from "./workspace.ts"

type Sent<Shape> = Shape extends z.ZodType ? z.input<Shape> : never
type Empty = Record<never, never>

/** `params` may be left out when the endpoint has none, and so on: the compiler asks for exactly what the contract needs. */
type Part<Name extends string, Fields> = keyof Fields extends never
  ? Empty
  : Empty extends Fields
    ? { [N in Name]?: Fields }
    : { [N in Name]: Fields }

/** What a caller of `E` has to give. */
export type CallOf<E extends Endpoint> = Part<"params", Sent<E["params"]>> &
  Part<"query", Sent<E["query"]>> &
  Part<"input", Sent<E["input"]>> &
  CallOptions

export type CallOptions = {
  /** The version that was read, for endpoints that edit. */
  ifMatch?: number | string
  /** One key per intent: a repeated creation with the same key makes one thing. */
  idempotencyKey?: string
  /** Another workspace than the one in the address bar. */
  workspace?: string
  signal?: AbortSignal | undefined
}

type LooseCall = CallOptions & {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  input?: Record<string, unknown>
}

/** Calls one endpoint of the server, typed by its contract; a refusal or a fault throws a `Problem`. */
export const call = async <E extends Endpoint>(endpoint: E, args: CallOf<E>): Promise<OutputOf<E>> => {
  const given = args as LooseCall
  const answer = await request({
    method: endpoint.method,
    path: addressOf(endpoint, given),
    ...(endpoint.method === "GET" ? {} : { body: given.input ?? {} }),
    headers: {
      ...(given.ifMatch === undefined ? {} : { "if-match": `"${given.ifMatch}"` }),
      ...(given.idempotencyKey === undefined ? {} : { "idempotency-key": given.idempotencyKey }),
    },
    signal: inSession(given.signal),
  })
  return answer as OutputOf<E>
}

/** The address of a call, also for a link that downloads (`<a href>`). */
export const addressOf = (endpoint: Endpoint, args: LooseCall): string => {
  const base = endpoint.scope === "workspace" ? `/api/w/${encodeURIComponent(args.workspace ?? currentSlug())}` : "/api"
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(args.params?.[name])))
  return base + path + queryOf(args.query ?? {})
}

const queryOf = (query: Record<string, unknown>): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each))
  }
  const text = search.toString()
  return text === "" ? "" : `?${text}`
}
