import type { FastifyReply } from "fastify"
import { isLanguage, type Language } from "#core/languages"

/** A page for whoever has no session: nobody finds it by searching, frames it, or learns its address from where it leads. It has no script. */
export const sealed = (reply: FastifyReply, nonce: string): FastifyReply => {
  reply.helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [`'nonce-${nonce}'`],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: "no-referrer" },
  })
  return reply
    .header("cache-control", "no-store")
    .header("x-robots-tag", "noindex, nofollow, noarchive, nosnippet")
    .header("vary", "accept-language, cookie")
}

/** The first language of the reader's that we speak. */
export const acceptedBy = (accepted = ""): Language =>
  accepted
    .split(",")
    .map((each) => each.trim().slice(0, 2).toLowerCase())
    .find(isLanguage) ?? "en"
