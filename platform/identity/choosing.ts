import type { BetterAuthPlugin } from "better-auth"
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api"
import { guessable } from "#platform/passwords/chosen"
import type { Ground } from "./ground.ts"

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** The names of the workspaces that a person works in, which their password is not made of either. */
export type PlacesOf = (userId: string) => Promise<readonly string[]>

const refusals = {
  "password-common": { code: "PASSWORD_COMMON", message: "This password is one of those that are tried first." },
  "password-own-words": { code: "PASSWORD_OWN_WORDS", message: "This password is made of names that others know." },
}

/** Wherever a password is chosen, also at a door that is added later: none that is guessed first. */
export const choosing = ({ pool }: Ground, placesOf: PlacesOf): BetterAuthPlugin => {
  const ownWords = async (userId: string | undefined): Promise<readonly string[]> => {
    if (userId === undefined) return []
    const { rows } = await pool.query<{ name: string; email: string }>(
      `select "name", "email" from "user" where "id" = $1`,
      [userId],
    )
    return [...rows.flatMap(({ name, email }) => [name, email]), ...(await placesOf(userId))]
  }
  const refuse = createAuthMiddleware(async (ctx) => {
    const chosen: unknown = ctx.body?.newPassword
    if (typeof chosen !== "string") return
    const why = guessable(chosen, await ownWords(await whoChooses(ctx)))
    if (why) throw new APIError("BAD_REQUEST", refusals[why])
  })
  return { id: "choosing", hooks: { before: [{ matcher: () => true, handler: refuse }] } }
}

/** Whoever is signed in, or whose link it is. */
const whoChooses = async (ctx: HookContext): Promise<string | undefined> => {
  const session = await getSessionFromCtx(ctx).catch(() => null)
  if (ctx.path !== "/reset-password") return session?.user.id
  const token: unknown = ctx.body?.token ?? ctx.query?.token
  if (typeof token !== "string" || token === "") return undefined
  return (await ctx.context.internalAdapter.findVerificationValue(`reset-password:${token}`))?.value
}
