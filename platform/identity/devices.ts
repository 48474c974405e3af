import { createHash } from "node:crypto"
import type { BetterAuthPlugin } from "better-auth"
import { createAuthMiddleware } from "better-auth/api"
import { newId } from "#platform/ids"
import { userOf } from "./account.ts"
import type { Ground } from "./ground.ts"
import { isWayIn } from "./secondFactor.ts"

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** Browsers that a person has signed in from before, each by a word in a cookie of its own. */
export type Devices = Readonly<{
  /** The hash of this browser's word, if the account with that address has signed in from it. */
  knownFor(ctx: HookContext, email: string): Promise<string | undefined>
  plugin: BetterAuthPlugin
}>

const keptSeconds = 60 * 60 * 24 * 400

const hashOf = (word: string): string => createHash("sha256").update(word).digest("base64url")

export const openDevices = ({ pool, clock, mails, post, placeOf }: Ground): Devices => {
  const cookieOf = (ctx: HookContext) => ctx.context.createAuthCookie("device", { maxAge: keptSeconds })
  const wordOf = async (ctx: HookContext): Promise<string | undefined> =>
    (await ctx.getSignedCookie(cookieOf(ctx).name, ctx.context.secret)) || undefined
  const remember = createAuthMiddleware(async (ctx) => {
    const entered = ctx.context.newSession
    if (!entered) return
    const word = (await wordOf(ctx)) ?? newId() + newId()
    const cookie = cookieOf(ctx)
    await ctx.setSignedCookie(cookie.name, word, ctx.context.secret, cookie.attributes)
    const { rows } = await pool.query<{ isNew: boolean; others: number }>(rememberDevice, [
      entered.user.id,
      hashOf(word),
      clock.now(),
    ])
    if (rows[0]?.isNew && rows[0].others > 0)
      await post(mails.notice(userOf(entered.user), "new-device", placeOf(ctx.headers)))
  })
  return {
    knownFor: async (ctx, email) => {
      const word = await wordOf(ctx)
      if (word === undefined) return undefined
      const { rows } = await pool.query<{ hash: string }>(
        `select d.hash from device d join "user" u on u."id" = d.user_id where d.hash = $1 and u."email" = $2`,
        [hashOf(word), email],
      )
      return rows[0]?.hash
    },
    plugin: {
      id: "devices",
      hooks: {
        after: [
          {
            matcher: ({ path }) => isWayIn(path ?? "") || (path ?? "").startsWith("/two-factor/verify-"),
            handler: remember,
          },
        ],
      },
    },
  }
}

/** Whether it is new, and how many the person has beside it. */
const rememberDevice = `
  with before as (select count(*)::int as others, count(*) filter (where hash = $2)::int as same from device where user_id = $1),
    kept as (insert into device (user_id, hash, first_at, last_at) values ($1, $2, $3, $3)
      on conflict (user_id, hash) do update set last_at = excluded.last_at)
  select same = 0 as "isNew", others - same as others from before`
