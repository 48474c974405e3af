import { randomBytes } from "node:crypto"
import { join } from "node:path"
import type { FastifyInstance, FastifyRequest } from "fastify"
import { LRUCache } from "lru-cache"
import type { Language } from "#core/languages"
import { callerAddress } from "./caller-address.ts"
import type { Platform } from "./platform.ts"
import { type FormLimits, forgetForm, type ReceivedForm, receiveForm } from "./receive-form.ts"
import { acceptedBy, sealed } from "./sealed-page.ts"
import { discardRest } from "./uploads.ts"

/** Who asks for a form, and how they would like to read it. */
export type FormReader = Readonly<{
  platform: Platform
  address: string
  /** What the browser says it reads; the page offers others. */
  accepted: Language
  /** What the address asks for. */
  wanted: string
  /** They have just sent it. */
  isSent: boolean
  nonce: string
}>

/** A page to show, or where to go on. */
export type FormAnswer = Readonly<{ status: number; page: string }> | Readonly<{ leadsTo: string }>

/** A form that anybody fills in without an account, as the module says that has it. */
export type FormDoor = Readonly<{
  limits: FormLimits
  show(reader: FormReader): Promise<FormAnswer>
  send(reader: FormReader, given: ReceivedForm): Promise<FormAnswer>
  /** For whoever sends too often. */
  tooMany(reader: FormReader): FormAnswer
}>

const address = "/apply/:form"
const sendingWindowMs = 60_000
/** A company's people share an address; nobody fills in more by hand. */
const sendingsPerMinute = 20

/**
 * Public forms: plain HTML that works without scripts and has none. GET and HEAD read in a transaction that can change nothing; what
 * a person sends is received, and a page follows that can be loaded anew without sending it again.
 */
export const serveForms = async (app: FastifyInstance, door: FormDoor, platform: Platform): Promise<void> => {
  const sendings = new LRUCache<string, number>({ max: 50_000, ttl: sendingWindowMs })
  const isTooMany = (request: FastifyRequest): boolean => {
    const from = callerAddress(request)
    const before = sendings.get(from) ?? 0
    sendings.set(from, before + 1, { noUpdateTTL: true })
    return before >= sendingsPerMinute
  }
  const readerOf = (request: FastifyRequest): FormReader => {
    const { language = "", sent } = request.query as Readonly<{ language?: unknown; sent?: unknown }>
    return {
      ...{ platform, address: (request.params as { form?: string }).form ?? "" },
      accepted: acceptedBy(request.headers["accept-language"]),
      ...{ wanted: String(language), isSent: sent !== undefined, nonce: randomBytes(16).toString("base64") },
    }
  }
  const limits = door.limits
  const folder = join(platform.config.folder, "uploads")
  app.get(address, { config: { needsNoSignIn: true } }, async (request, reply) => {
    const reader = readerOf(request)
    const answer = await door.show(reader)
    if ("leadsTo" in answer) return reply.redirect(answer.leadsTo, 303)
    return sealed(reply.status(answer.status), reader.nonce).type("text/html; charset=utf-8").send(answer.page)
  })
  app.post(address, { config: { isFormWithoutReferrer: true, needsNoSignIn: true } }, async (request, reply) => {
    const reader = readerOf(request)
    const answer = isTooMany(request) ? door.tooMany(reader) : await received(request, reader)
    discardRest(request)
    if ("leadsTo" in answer) return reply.redirect(answer.leadsTo, 303)
    return sealed(reply.status(answer.status), reader.nonce).type("text/html; charset=utf-8").send(answer.page)
  })
  const received = async (request: FastifyRequest, reader: FormReader): Promise<FormAnswer> => {
    const given = await receiveForm(request, folder, limits)
    try {
      return await door.send(reader, given)
    } finally {
      await forgetForm(given)
    }
  }
}
