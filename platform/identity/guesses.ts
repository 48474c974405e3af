import type { BetterAuthPlugin } from "better-auth"
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api"
import { userOf } from "./account.ts"
import type { Devices } from "./devices.ts"
import type { Ground } from "./ground.ts"
import { whoseDoor } from "./noteDoors.ts"
import { freeGuesses, oneMoreGuess } from "./rules.ts"

/** Where somebody who is signed in proves by the password that it is them. */
const inSession = new Set([
  "/change-password",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/generate-backup-codes",
])
const asksPassword = ({ path }: { path?: string }): boolean => path === "/sign-in/email" || inSession.has(path ?? "")

/**
 * Guesses at one account's password, from wherever they come: slower and slower, and never locked. A browser that the person has
 * signed in from before is counted by itself, so that others' guesses do not hold them up; nor do they hold up a link by mail.
 */
export const slowGuesses = (ground: Ground, devices: Devices) => {
  const { tallies, clock } = ground
  const keyOf = async (ctx: HookContext): Promise<string | undefined> => {
    if (ctx.path !== "/sign-in/email") {
      const session = await getSessionFromCtx(ctx)
      return session ? `guess in session ${session.user.id}` : undefined
    }
    const email = typeof ctx.body?.email === "string" ? ctx.body.email.toLowerCase().slice(0, 320) : ""
    return `guess ${email} ${(await devices.knownFor(ctx, email)) ?? ""}`
  }
  const before = createAuthMiddleware(async (ctx) => {
    const key = await keyOf(ctx)
    if (key === undefined) return
    const answer = await tallies.count(key, oneMoreGuess, clock.now())
    if ("waitMs" in answer) {
      await ground.record({ kind: "sign_in.held_up", userId: await whoseDoor(ctx), place: ground.placeOf(ctx.headers) })
      throw tooManyGuesses(answer.waitMs)
    }
    if (answer.count === freeGuesses && ctx.path === "/sign-in/email") await tellOwner(ground, ctx)
  })
  const after = createAuthMiddleware(async (ctx) => {
    if (ctx.context.returned instanceof APIError) return
    const key = await keyOf(ctx)
    if (key !== undefined) await tallies.clear(key)
  })
  return {
    id: "slow-guesses",
    hooks: {
      before: [{ matcher: asksPassword, handler: before }],
      after: [{ matcher: asksPassword, handler: after }],
    },
  } satisfies BetterAuthPlugin
}

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const tooManyGuesses = (waitMs: number): APIError =>
  new APIError(
    "TOO_MANY_REQUESTS",
    {
      code: "TOO_MANY_GUESSES",
      message: "Too many wrong passwords for this account. Wait, or have a link sent to you.",
    },
    { "retry-after": String(Math.ceil(waitMs / 1_000)) },
  )

const tellOwner = async ({ post, mails, placeOf }: Ground, ctx: HookContext): Promise<void> => {
  const found = await ctx.context.internalAdapter.findUserByEmail(String(ctx.body?.email).toLowerCase())
  await post(found ? mails.notice(userOf(found.user), "guessed", placeOf(ctx.headers)) : undefined)
}
