import type { BetterAuthPlugin } from "better-auth"
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api"
import type { User } from "#platform/accounts"
import { userOf } from "./account.ts"
import type { Ground } from "./ground.ts"
import { sealedCode } from "./recoveryCodes.ts"

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const recordedAs = {
  "password-changed": "password.changed",
  "factor-on": "second_factor.on",
  "factor-off": "second_factor.off",
  "codes-made-anew": "recovery_codes.made",
} as const

const notices: Readonly<Record<string, keyof typeof recordedAs>> = {
  "/change-password": "password-changed",
  "/two-factor/verify-totp": "factor-on",
  "/two-factor/disable": "factor-off",
  "/two-factor/generate-backup-codes": "codes-made-anew",
}

/**
 * What follows when a person changes how they sign in: every other session ends, remembered devices are forgotten, links and codes
 * that are still open do not work any more, and they are told.
 */
export const followChanges = (ground: Ground): BetterAuthPlugin => ({
  id: "changes",
  hooks: {
    before: [
      { matcher: ({ path }) => path === "/change-password", handler: endingOthers },
      { matcher: ({ path }) => path === "/two-factor/verify-backup-code", handler: sealingTyped(ground.secret) },
    ],
    after: [
      {
        matcher: ({ path }) => (path ?? "") in notices,
        handler: createAuthMiddleware(async (ctx) => {
          if (ctx.context.returned instanceof APIError) return
          const changed = await whoChanged(ctx)
          if (!changed) return
          await endOthers(ground, changed.user, changed.token)
          const notice = notices[ctx.path] as keyof typeof recordedAs
          const kind = recordedAs[notice]
          await ground.record({ kind, userId: changed.user.id, place: ground.placeOf(ctx.headers) })
          await ground.post(ground.mails.notice(changed.user, notice, ground.placeOf(ctx.headers)))
        }),
      },
    ],
  },
})

/** Other sessions always end, whatever the caller asks for. */
const endingOthers = createAuthMiddleware(async (ctx) => ({
  context: { body: { ...ctx.body, revokeOtherSessions: true } },
}))

const sealingTyped = (secret: string) =>
  createAuthMiddleware(async (ctx) => ({
    context: { body: { ...ctx.body, code: sealedCode(secret, String(ctx.body?.code ?? "")) } },
  }))

/** Whose way in has changed, and the session that goes on. A code that is only asked for at sign-in changes nothing. */
const whoChanged = async (ctx: HookContext): Promise<Readonly<{ user: User; token: string }> | undefined> => {
  const before = ctx.context.session ?? (await getSessionFromCtx(ctx))
  if (!before) return undefined
  const now = ctx.context.newSession
  if (ctx.path === "/two-factor/verify-totp" && !now) return undefined
  return { user: userOf(before.user), token: (now ?? before).session.token }
}

/** Ends what still leads to this account beside one session: sessions, remembered devices, open links and codes. */
export const endOthers = async (
  { pool }: Ground,
  { id, email }: Pick<User, "id" | "email">,
  token = "",
): Promise<void> => {
  await pool.query(`delete from "session" where "userId" = $1 and "token" <> $2`, [id, token])
  await pool.query(
    `delete from "verification" where "value" = $1 or ("value" like '{"type":"magic-link"%' and position($2 in "value") > 0)`,
    [id, JSON.stringify({ email }).slice(1, -1)],
  )
}
