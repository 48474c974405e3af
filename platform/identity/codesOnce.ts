import type { BetterAuthPlugin } from "better-auth"
import { APIError, createAuthMiddleware } from "better-auth/api"
import type { Ground } from "./ground.ts"
import { whoseDoor } from "./noteDoors.ts"
import { onceWhileValid } from "./rules.ts"

const takesCode = ({ path }: { path?: string }): boolean => path === "/two-factor/verify-totp"

/**
 * A code of the authenticator opens once (RFC 6238, 5.2), whoever read it over a shoulder or on its way: it is taken before it is
 * looked at, so that of two who bring it at once one is refused, and given back where it opened nothing.
 */
export const codesOnce = ({ tallies, clock }: Ground) => {
  const taken = new WeakMap<Request, string>()
  const take = createAuthMiddleware(async (ctx) => {
    const userId = await whoseDoor(ctx)
    if (userId === undefined) return
    const key = `code ${userId} ${String(ctx.body?.code).trim().slice(0, 20)}`
    if ("waitMs" in (await tallies.count(key, onceWhileValid, clock.now()))) throw usedBefore()
    if (ctx.request) taken.set(ctx.request, key)
  })
  const giveBack = createAuthMiddleware(async (ctx) => {
    const key = ctx.request && taken.get(ctx.request)
    if (key !== undefined && ctx.context.returned instanceof APIError) await tallies.clear(key)
  })
  return {
    id: "codes-once",
    hooks: { before: [{ matcher: takesCode, handler: take }], after: [{ matcher: takesCode, handler: giveBack }] },
  } satisfies BetterAuthPlugin
}

const usedBefore = (): APIError =>
  new APIError("UNAUTHORIZED", {
    code: "CODE_USED",
    message: "This code was used already. Wait for the next one, half a minute at most.",
  })
