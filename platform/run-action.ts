import { createHash } from "node:crypto"
import type { Actor } from "#core/actor"
import type { Endpoint, Upload } from "#core/endpoint"
import { isRefusal, refuse } from "#core/refusal"
import { kindOfRefusal } from "#core/refusalsOfNote"
import { refuseChanged } from "./access.ts"
import type { Action, Versioned } from "./action.ts"
import type { Platform } from "./platform.ts"
import { notFound, Problem, refused } from "./problem.ts"
import type { Tx } from "./tx.ts"
import type { Announced } from "./uploads-under-way.ts"

type AnyAction = Action<Endpoint, unknown>
type Answer = Readonly<{ status: number; body: unknown }>

/** What a request says beside its input: the version it read, and its key if it may be sent twice. */
export type Conditions = Readonly<{
  ifMatch?: number | undefined
  idempotencyKey?: string | undefined
  /** The session it comes by, which must be open still. */
  sessionId?: string | undefined
  /** Where it comes from. */
  address?: string | undefined
}>

/**
 * Runs one use case in one transaction: load and lock, ask the policy, compare the version of an edit, act. Throws a Problem for every expected no.
 * What is asked for with GET cannot change anything.
 */
export const runAction = (
  platform: Platform,
  { endpoint, load, may, act }: AnyAction,
  actor: Actor,
  input: Record<string, unknown>,
  { ifMatch, idempotencyKey, sessionId, address }: Conditions = {},
): Promise<Answer> =>
  platform.transact(
    actor,
    async (tx) => {
      const narrow = tx as Tx<never>
      if (endpoint.method !== "GET") await refuseChanged(tx, sessionId)
      const known = idempotencyKey === undefined ? undefined : await earlierAnswer(tx, endpoint, input, idempotencyKey)
      if (known) return known
      const loaded = await load(narrow, input as never, platform)
      if (loaded === undefined) throw notFound()
      askPolicy({ endpoint, may }, actor, loaded, input)
      if (endpoint.edits) stillAt(ifMatch, loaded as Versioned, endpoint)
      const result = await act({ ...narrow, tx: narrow, platform, address }, loaded, input as never)
      if (isRefusal(result)) throw refused(result, endpoint.refusals)
      const answer = { status: statusOf(endpoint), body: result ?? null }
      if (idempotencyKey !== undefined) await keepAnswer(tx, idempotencyKey, answer)
      return answer
    },
    endpoint.method === "GET" ? "read" : "write",
  )

/** Before an upload is taken: nobody sends hundreds of megabytes to be told that there is nothing to send them to. */
export const askBeforeUpload = (
  platform: Platform,
  { endpoint, load, may, room }: AnyAction,
  actor: Actor,
  input: Record<string, unknown>,
  announce: () => Announced,
): Promise<void> =>
  platform.transact(
    actor,
    async (tx) => {
      const loaded = await load(tx as Tx<never>, input as never, platform)
      if (loaded === undefined) throw notFound()
      askPolicy({ endpoint, may }, actor, loaded, input)
      // Only who may send takes room while they do.
      const found = room ? await room(tx as Tx<never>, announce(), platform) : true
      if (found !== true) throw refused(found, endpoint.refusals)
    },
    "read",
  )

/** A no says with it whose matter it was: the same policy is asked who else might have done it. */
const askPolicy = (
  { endpoint, may }: Pick<AnyAction, "endpoint" | "may">,
  actor: Actor,
  loaded: unknown,
  input: Record<string, unknown>,
): void => {
  const ask = (as: Actor) => may(as as never, loaded, input as never)
  const verdict = ask(actor)
  if (verdict === true) return
  const problem = refused(refuse(verdict), endpoint.refusals)
  if (problem.body.status === 403 && (actor.kind === "member" || actor.kind === "partner-user"))
    problem.saysOfAsker = kindOfRefusal(actor, (as) => ask(as) === true)
  throw problem
}

/** What the action does with the bytes themselves. */
export const receive = async (
  platform: Platform,
  { endpoint, receive: take }: AnyAction,
  actor: Actor,
  upload: Upload,
): Promise<Upload> => {
  const taken = take ? await take(upload, { actor: actor as never, platform }) : upload
  if (isRefusal(taken)) throw refused(taken, endpoint.refusals)
  return taken
}

/** 201 (Created) when there is something new, 200 otherwise. */
export const statusOf = ({ makes }: Endpoint): 200 | 201 => (makes ? 201 : 200)

/** After the policy, so that nobody learns the version of what they may not change; before the act, on the locked row. */
const stillAt = (ifMatch: number | undefined, { version }: Versioned, { refusals }: Endpoint): void => {
  if (version !== ifMatch) throw refused(refuse("changed-meanwhile", { version }), refusals)
}

const hashOf = (input: unknown): string => createHash("sha256").update(JSON.stringify(input)).digest("base64")

/**
 * Claims the key first, so that of two requests with one key the second waits for the first and then reads its answer.
 * IETF draft "The Idempotency-Key HTTP Header Field": the same key with another request is an error.
 */
const earlierAnswer = async (tx: Tx, endpoint: Endpoint, input: unknown, key: string): Promise<Answer | undefined> => {
  const { actor, db } = tx
  if (!("workspaceId" in actor)) return undefined
  const actorId = "userId" in actor ? (actor.userId ?? "") : ""
  const { upload, ...fields } = input as { upload?: Upload }
  const requestHash = hashOf([
    endpoint.method,
    endpoint.path,
    fields,
    ...(upload ? [upload.hash, upload.fileName] : []),
  ])
  const claimed = await db
    .insertInto("idempotencyKey")
    .values({
      workspaceId: actor.workspaceId,
      key,
      actorId,
      endpoint: `${endpoint.method} ${endpoint.path}`,
      requestHash,
      status: 0,
      answer: "null",
      createdAt: tx.now,
    })
    .onConflict((conflict) => conflict.columns(["workspaceId", "actorId", "key"]).doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined
  const row = await db
    .selectFrom("idempotencyKey")
    .select(["requestHash", "status", "answer"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("actorId", "=", actorId)
    .where("key", "=", key)
    .executeTakeFirstOrThrow()
  if (row.requestHash !== requestHash)
    throw new Problem(
      422,
      "idempotency-key-reused",
      "This Idempotency-Key was used for another request. Use a new key.",
    )
  return { status: row.status, body: row.answer }
}

const keepAnswer = async ({ actor, db }: Tx, key: string, { status, body }: Answer): Promise<void> => {
  if (!("workspaceId" in actor)) return
  await db
    .updateTable("idempotencyKey")
    .set({ status, answer: JSON.stringify(body) })
    .where("workspaceId", "=", actor.workspaceId)
    .where("actorId", "=", "userId" in actor ? (actor.userId ?? "") : "")
    .where("key", "=", key)
    .execute()
}
