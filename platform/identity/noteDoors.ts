import type { BetterAuthPlugin } from "better-auth"
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api"
import type { SecurityEvent } from "#platform/securityEvents"
import type { Ground } from "./ground.ts"
import { isWayIn } from "./secondFactor.ts"

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]
type Kind = SecurityEvent["kind"]

const proving = new Set([
  "/change-password",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/generate-backup-codes",
])
const isCode = (path: string): boolean => path.startsWith("/two-factor/verify-")

/** What a wrong answer at a door is called; undefined where a refusal says nothing about who asks. */
const failureAt = (path: string): Kind | undefined => {
  if (path === "/sign-in/email") return "sign_in.failed"
  if (isCode(path)) return "second_factor.failed"
  return proving.has(path) ? "password.refused" : undefined
}

/** Writes down who came in, and who did not: each way in and each proof asked for, also those that are added later. */
export const noteDoors = ({ record, placeOf }: Ground): BetterAuthPlugin => ({
  id: "note-doors",
  hooks: {
    after: [
      {
        matcher: ({ path }) => isWayIn(path ?? "") || isCode(path ?? "") || proving.has(path ?? ""),
        handler: createAuthMiddleware(async (ctx) => {
          const kind = kindOf(ctx)
          if (kind === undefined) return
          const userId = kind === "sign_in.succeeded" ? ctx.context.newSession?.user.id : await whoseDoor(ctx)
          await record({ kind, userId, place: placeOf(ctx.headers) })
        }),
      },
    ],
  },
})

const kindOf = (ctx: HookContext): Kind | undefined => {
  const { returned, newSession } = ctx.context
  if (returned instanceof APIError && returned.statusCode >= 400) return failureAt(ctx.path)
  return newSession && !ctx.context.session && !proving.has(ctx.path) ? "sign_in.succeeded" : undefined
}

/** Whose account it is about: by the session, by the password that was right before a code was asked for, or by the address typed. */
export const whoseDoor = async (ctx: HookContext): Promise<string | undefined> => {
  if (ctx.path === "/sign-in/email") {
    const email = typeof ctx.body?.email === "string" ? ctx.body.email.toLowerCase() : ""
    return (await ctx.context.internalAdapter.findUserByEmail(email))?.user.id
  }
  const session = await getSessionFromCtx(ctx).catch(() => null)
  if (session) return session.user.id
  const word = await ctx.getSignedCookie(ctx.context.createAuthCookie("two_factor").name, ctx.context.secret)
  return word ? (await ctx.context.internalAdapter.findVerificationValue(word))?.value : undefined
}

/** An address that asks too often is told so before anything is looked up; whose account it tried is in what it sent. */
export const noteThrottled = async ({ record, placeOf, pool }: Ground, request: Request): Promise<void> => {
  const sent: unknown = await request.json().catch(() => undefined)
  const email = (sent as { email?: unknown } | undefined)?.email
  const { rows } =
    typeof email === "string"
      ? await pool.query<{ id: string }>(`select "id" from "user" where "email" = $1`, [email.toLowerCase()])
      : { rows: [] }
  await record({ kind: "sign_in.throttled", userId: rows[0]?.id, place: placeOf(request.headers) })
}
