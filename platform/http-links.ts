import { randomBytes } from "node:crypto"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import type { Language } from "#core/languages"
import { asTheyAre } from "./access.ts"
import type { Action } from "./action.ts"
import { callerAddress, knownAddress } from "./caller-address.ts"
import type { Holders } from "./link-holder.ts"
import { noting } from "./noting.ts"
import type { Platform } from "./platform.ts"
import { notFound, Problem, type ProblemBody } from "./problem.ts"
import { runAction } from "./run-action.ts"
import { acceptedBy, sealed } from "./sealed-page.ts"
import type { Sessions } from "./session.ts"
import type { Say } from "./texts.ts"

/** What a reader has just done that the page answers to: asked for a new link, asked for a code, typed a code. */
export type LinkStep = "asked" | "code" | "typed"

/** What the page is told: what the link shows, after which step, or why something was not done. */
export type LinkAnswer =
  | Readonly<{ view: unknown; step?: LinkStep | undefined }>
  | Readonly<{ problem: ProblemBody; view?: unknown; words?: string }>

/** What a link's page is made of: its use cases, and how their answers are written. */
export type LinkDoor = Readonly<{
  read: Action
  press: Action
  renew: Action
  askCode: Action
  prove: Action
  pageOf(answer: LinkAnswer, of: Readonly<{ language: Language; say: Say; nonce: string; token: string }>): string
}>

const address = "/l/:token"
const mostFormBytes = 32_768
const mostOfCode = 40

/**
 * Pages of mailed links: plain HTML that works without scripts and has none, so that nothing in it can act by itself. GET and
 * HEAD read in a transaction that can change nothing; a form that a person sends does the act, and then shows the page anew.
 */
export const serveLinks = async (
  app: FastifyInstance,
  { read, press, renew, askCode, prove, pageOf }: LinkDoor,
  { platform, sessions, holders }: Readonly<{ platform: Platform; sessions: Sessions; holders: Holders }>,
): Promise<void> => {
  const asked = async (request: FastifyRequest) => {
    const { token = "" } = request.params as { token?: string }
    const language = acceptedBy(request.headers["accept-language"])
    const signedInAs = (await sessions.sessionOf(request.headers.cookie))?.user.id
    const run = async (action: Action, input: object) => {
      if (!action.endpoint.params.safeParse({ linkToken: token }).success) throw notFound()
      const holder = () => holders.actorFor(token, { address: callerAddress(request), userId: signedInAs })
      const signed = signedInAs === undefined ? {} : { signedInAs }
      const given = { linkToken: token, language, ...signed, ...input }
      const who = await holder()
      return noting(
        platform,
        action.endpoint,
        request,
        who,
        async () =>
          (
            await asTheyAre(who, holder, (actor) =>
              runAction(platform, action, actor, given, { address: knownAddress(request) }),
            )
          ).body,
      )
    }
    return { token, language, run }
  }
  const send = (reply: FastifyReply, answer: LinkAnswer, of: { language: Language; token: string }) => {
    const nonce = randomBytes(16).toString("base64")
    const status = "problem" in answer ? answer.problem.status : 200
    return sealed(reply.status(status), nonce)
      .type("text/html; charset=utf-8")
      .send(pageOf(answer, { ...of, say: platform.texts.in(of.language), nonce }))
  }

  const pages = (scope: FastifyInstance, _options: object, done: () => void): void => {
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: mostFormBytes },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )

    scope.get(address, { config: { needsNoSignIn: true } }, async (request, reply) => {
      const { run, ...of } = await asked(request)
      try {
        const view = (await run(read, {})) as { leadsTo: string | null }
        if (view.leadsTo !== null) return reply.redirect(view.leadsTo, 303)
        return send(reply, { view, step: stepIn(request.query as object) }, of)
      } catch (fault) {
        return send(reply, { problem: problemOf(fault) }, of)
      }
    })

    scope.post(address, { config: { isFormWithoutReferrer: true, needsNoSignIn: true } }, async (request, reply) => {
      const { run, ...of } = await asked(request)
      const given = (request.body ?? {}) as Record<string, string>
      try {
        const here = `/l/${encodeURIComponent(of.token)}`
        if ("renew" in given) {
          await runAction(platform, renew, { kind: "anonymous" }, { linkToken: of.token })
          return reply.redirect(`${here}?asked`, 303)
        }
        if ("ask" in given) {
          await run(askCode, {})
          return reply.redirect(`${here}?code`, 303)
        }
        if ("code" in given) {
          const { code } = prove.endpoint.input.parse({ code: given.code.slice(0, mostOfCode) }) as { code: string }
          return send(reply, { view: await run(prove, { code, proof: "" }), step: "typed" }, of)
        }
        const parsed = press.endpoint.input.safeParse({
          ...{ page: given.page, press: given.press, words: given.words, proof: given.proof },
        })
        if (!parsed.success) throw new Problem(422, "invalid-input", "Some fields are not as expected.")
        await run(press, { ...parsed.data, language: of.language })
        return reply.redirect(here, 303)
      } catch (fault) {
        const problem = problemOf(fault)
        // Whoever has proven it is they need not do so again because a word was missing.
        const again = given.proof ? run(prove, { code: "", proof: given.proof.slice(0, 200) }) : run(read, {})
        const view = await again.catch(() => undefined)
        return send(reply, { problem, view, words: given.words ?? "" }, of)
      }
    })
    done()
  }
  await app.register(pages)
}

const stepIn = (query: object): LinkStep | undefined => (["asked", "code"] as const).find((step) => step in query)

/** A fault of ours is answered as everywhere. */
const problemOf = (fault: unknown): ProblemBody => {
  if (fault instanceof Problem) return fault.body
  throw fault
}
