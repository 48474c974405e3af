import type { createAuthMiddleware } from "better-auth/api"
import type { User } from "#platform/accounts"
import { newId } from "#platform/ids"
import type { Mail } from "#platform/mail"
import { userOf } from "./account.ts"
import type { Ground } from "./ground.ts"
import { oneMoreLetter } from "./rules.ts"

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/**
 * Links that let in, mailed to known people only and not too often. Whoever asks cannot tell a stranger's address from a known one:
 * the same is counted, kept and queued for both.
 */
export const linksByMail = ({ tallies, clock, post, mails }: Ground) => {
  const answered = new WeakSet<Request>()
  const postAtMost = async (email: string, letter: Mail | undefined): Promise<void> => {
    const answer = await tallies.count(`letter ${email.toLowerCase()}`, oneMoreLetter, clock.now())
    await post("waitMs" in answer ? undefined : letter)
  }
  return {
    mailMagicLink: async (email: string, url: string, ctx: MagicLinkContext | undefined): Promise<void> => {
      const found = await ctx?.context.internalAdapter.findUserByEmail(email.toLowerCase())
      await postAtMost(email, found ? mails.magicLink(userOf(found.user), url) : undefined)
    },
    mailReset: async (user: User, url: string, request: Request | undefined): Promise<void> => {
      if (request) answered.add(request)
      await postAtMost(user.email, mails.passwordReset(user, url))
    },
    /** What a reset does for a known address and the library leaves out for another. */
    asLongForStrangers: async (ctx: HookContext): Promise<void> => {
      if (ctx.path !== "/request-password-reset" || !ctx.request || answered.has(ctx.request)) return
      const email = typeof ctx.body?.email === "string" ? ctx.body.email : ""
      if (email === "") return
      await ctx.context.internalAdapter.createVerificationValue({
        value: newId(),
        identifier: `reset-password:${newId()}`,
        expiresAt: new Date(Date.parse(clock.now()) + 3_600_000),
      })
      await postAtMost(email, undefined)
    },
  }
}

type MagicLinkContext = Readonly<{ context: Pick<HookContext["context"], "internalAdapter"> }>
