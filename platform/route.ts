import type { FastifyRequest, RouteOptions } from "fastify"
import type { z } from "zod"
import type { Actor } from "#core/actor"
import type { Ask, Download, Endpoint, StoredDownload, Upload } from "#core/endpoint"
import { stored } from "#core/endpoint"
import { asTheyAre } from "./access.ts"
import type { Action } from "./action.ts"
import { callerAddress, knownAddress } from "./caller-address.ts"
import type { Holders } from "./link-holder.ts"
import { noting } from "./noting.ts"
import { serializerOf } from "./output-schema.ts"
import type { Platform } from "./platform.ts"
import { invalid, Problem, unstorableText } from "./problem.ts"
import { askBeforeUpload, receive, runAction, statusOf } from "./run-action.ts"
import { sendFile } from "./send-file.ts"
import { sendStored } from "./send-stored.ts"
import type { Sessions } from "./session.ts"
import { unstorable } from "./unstorable.ts"
import { announcedBytes, discardRest, mostBytesOf, receiveUpload, removeUpload } from "./uploads.ts"
import { openUploadsUnderWay } from "./uploads-under-way.ts"
import { Written } from "./written.ts"

type Edge = Readonly<{
  platform: Platform
  sessions: Sessions
  holders: Holders
  uploads: string
  /** All that can be asked. */
  actions: readonly Action[]
}>

/** Where an endpoint answers. */
export const addressOf = ({ scope, path }: Pick<Endpoint, "scope" | "path">): string =>
  scope === "workspace" ? `/api/w/:workspace${path}` : `/api${path}`

/** A file that anybody may send costs as much as a hundred other requests; whoever looks at some by hand is let be. */
const strangersFiles = (requestsPerMinute: number): number => Math.max(10, Math.floor(requestsPerMinute / 100))

/** One Fastify route for one action: session, validation, transaction, view. */
export const routeOf = (action: Action, edge: Edge): RouteOptions => {
  const { endpoint } = action
  const underWay = openUploadsUnderWay()
  return {
    method: endpoint.method,
    url: addressOf(endpoint),
    config: {
      needsNoSignIn: endpoint.scope === "public" || endpoint.scope === "link",
      ...(endpoint.scope === "public" && endpoint.uploads
        ? { rateLimit: { max: strangersFiles(edge.platform.config.requestsPerMinute), timeWindow: 60_000 } }
        : {}),
    },
    // What is stored goes out as it is: packed on the way it would have no length, and its tag would name other bytes.
    ...(endpoint.downloads === stored ? { compress: false as const } : {}),
    ...(endpoint.downloads === undefined
      ? { schema: { response: { [statusOf(endpoint)]: {} } }, serializerCompiler: () => serializerOf(endpoint) }
      : {}),
    handler: async (request, reply) => {
      const { workspace, ...params } = request.params as Record<string, string>
      const who = await whoAsks(edge, endpoint, request, workspace)
      const { actor, sessionId: _, ...signed } = who
      const input = {
        ...parsed("path", endpoint.params, params),
        ...parsed("query", endpoint.query, request.query),
        ...(endpoint.uploads ? {} : bodyOf(endpoint, request)),
        ...signed,
      }
      const run = (more: { upload?: Upload } = {}) =>
        asTheyAre(
          who,
          () => whoAsksNow(edge, endpoint, request, workspace),
          ({ actor, sessionId }) => {
            const conditions = { ...headersOf(endpoint, request), sessionId, address: knownAddress(request) }
            return runAction(edge.platform, action, actor, { ...input, ...more }, conditions)
          },
        )
      const answer = await noting(edge.platform, endpoint, request, actor, () =>
        endpoint.uploads
          ? withUpload(request, { edge, action, actor, input, underWay }, (upload) => run({ upload }))
          : run(),
      )
      if (endpoint.downloads !== undefined && isStored(answer.body as Download | StoredDownload))
        return sendStored(request, reply, edge.platform.storage, answer.body as StoredDownload)
      if (endpoint.downloads !== undefined)
        return sendFile(reply, endpoint, answer.body as Download, {
          ask: askAs(edge, request.headers.cookie, workspace),
          note: (write) => edge.platform.transact(actor, (tx) => write(tx as never)),
        })
      if (answer.body instanceof Written)
        return reply.status(answer.status).type("application/json; charset=utf-8").send(answer.body.text)
      return reply.status(answer.status).send(answer.body)
    },
  }
}

/** What lies in the store already; an endpoint can hand out that, and else what is made now. */
const isStored = (answer: Download | StoredDownload): answer is StoredDownload => "key" in answer

/** Whose session it is; through a link the person it was mailed to, and beside it whoever is signed in. */
const whoAsks = async (
  { sessions, holders }: Edge,
  { scope, params, method }: Endpoint,
  request: FastifyRequest,
  workspace: string | undefined,
): Promise<{ actor: Actor; signedInAs?: string; sessionId?: string | undefined }> => {
  const { cookie } = request.headers
  if (scope !== "link") {
    const actor = await sessions.actorFor(scope, cookie, workspace)
    // Only a write asks whether the session is open still.
    return method === "GET" ? { actor } : { actor, sessionId: (await sessions.sessionOf(cookie))?.id }
  }
  const [token = ""] = Object.values(parsed("path", params, request.params) as Record<string, string>)
  const userId = (await sessions.sessionOf(cookie))?.user.id
  const actor = await holders.actorFor(token, { address: callerAddress(request), userId })
  return { actor, ...(userId === undefined ? {} : { signedInAs: userId }) }
}

/** The same, without what is remembered of them. */
const whoAsksNow = async (edge: Edge, endpoint: Endpoint, request: FastifyRequest, workspace: string | undefined) => {
  edge.sessions.forget((await edge.sessions.sessionOf(request.headers.cookie))?.user.id)
  return whoAsks(edge, endpoint, request, workspace)
}

type Uploading = Readonly<{
  edge: Edge
  action: Action
  actor: Actor
  input: Record<string, unknown>
  underWay: ReturnType<typeof openUploadsUnderWay>
}>

/** Receives a file for an act; it stays only when the act succeeded. */
const withUpload = async <T>(
  request: FastifyRequest,
  { edge, action, actor, input, underWay }: Uploading,
  act: (upload: Upload) => Promise<T>,
) => {
  const { platform, uploads } = edge
  const most = mostBytesOf(action.endpoint.uploads || "file", platform.config.files.mostBytes)
  let path: string | undefined
  let end = () => {}
  try {
    await askBeforeUpload(platform, action, actor, input, () => {
      const entry = underWay.announce(actor, announcedBytes(request, most))
      end = entry.end
      return entry.announced
    })
    const upload = await receiveUpload(request, uploads, most)
    path = upload.path
    const answer = await act(await receive(platform, action, actor, upload))
    // What an action receives it has put where it belongs; the others go on from here.
    if (action.receive) await removeUpload(path)
    return answer
  } catch (fault) {
    if (path !== undefined) await removeUpload(path)
    discardRest(request)
    throw fault
  } finally {
    end()
  }
}

const bodyOf = (endpoint: Endpoint, request: FastifyRequest): Record<string, unknown> =>
  endpoint.method === "GET" ? {} : parsed("body", endpoint.input, request.body ?? {})

const parsed = (part: "path" | "query" | "body", schema: z.ZodObject, value: unknown): Record<string, unknown> => {
  const result = schema.safeParse(value)
  if (!result.success) throw invalid(part, result.error)
  const field = unstorable(result.data)
  if (field !== undefined) throw unstorableText(field)
  return result.data
}

const versionOf = (request: FastifyRequest): number => {
  const version = Number(/^"?(\d{1,9})"?$/.exec(request.headers["if-match"] ?? "")?.[1])
  if (!Number.isInteger(version))
    throw new Problem(
      428,
      "version-needed",
      'Send the version you read in the header If-Match, for example: If-Match: "3".',
    )
  return version
}

const headersOf = (endpoint: Endpoint, request: FastifyRequest) => ({
  ifMatch: endpoint.edits ? versionOf(request) : undefined,
  idempotencyKey: idempotencyKey(endpoint, request),
})

const idempotencyKey = (endpoint: Endpoint, request: FastifyRequest): string | undefined => {
  const key = request.headers["idempotency-key"]
  if (key === undefined || endpoint.method !== "POST" || endpoint.scope !== "workspace") return undefined
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem(422, "invalid-input", "An Idempotency-Key has 1 to 200 visible ASCII characters.")
  return key
}

/** Asks as the person of a session: who they are and what they may is looked up each time, and nothing but reads is asked. */
const askAs = (edge: Edge, cookie: string | undefined, workspace: string | undefined): Ask =>
  (async (endpoint: Endpoint, given: Record<string, unknown> = {}) => {
    const asked = edge.actions.find((each) => each.endpoint === endpoint)
    if (asked === undefined || endpoint.method !== "GET") throw new Error(`${endpoint.path} is no read of this server`)
    if (endpoint.scope === "link") throw new Error(`${endpoint.path} is asked through its link`)
    const actor = await edge.sessions.actorFor(endpoint.scope, cookie, workspace)
    const input = {
      ...parsed("path", endpoint.params, fieldsOf(endpoint.params, given)),
      ...parsed("query", endpoint.query, fieldsOf(endpoint.query, given)),
    }
    const { body } = await runAction(edge.platform, asked, actor, input)
    return body instanceof Written ? body.read() : body
  }) as Ask

const fieldsOf = (schema: z.ZodObject, given: Record<string, unknown>) =>
  Object.fromEntries(Object.keys(schema.shape).flatMap((name) => (name in given ? [[name, given[name]]] : [])))
