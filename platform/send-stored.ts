import type { FastifyReply, FastifyRequest } from "fastify"
import type { StoredDownload } from "#core/endpoint"
import type { ByteRange, Storage } from "./storage/storage.ts"

/**
 * RFC 6266 with the name of RFC 8187 (once RFC 5987): one in ASCII for old programs, and the whole one. encodeURIComponent leaves
 * a few signs as they are that the form of the parameter does not take.
 */
export const attachment = (fileName: string): string => {
  const plain = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_")
  const whole = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

/**
 * Hands out bytes that somebody else made. A browser saves them and shows nothing of them: whatever is in them would act as a page
 * of ours. It asks again each time, because who may have them can change.
 */
export const sendStored = async (
  request: FastifyRequest,
  reply: FastifyReply,
  storage: Storage,
  { key, fileName, mediaType, bytes }: StoredDownload,
) => {
  const tag = `"${key.split("/").at(-1)}"`
  reply
    .header("etag", tag)
    .header("accept-ranges", "bytes")
    .header("cache-control", "no-store")
    .header("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
    .header("x-content-type-options", "nosniff")
    .header("cross-origin-resource-policy", "same-origin")
  if (tagsOf(request.headers["if-none-match"]).includes(tag)) return reply.status(304).send()
  const { range, "if-range": ifRange = tag } = request.headers
  const part = ifRange === tag ? partOf(range, bytes) : undefined
  if (part === "outside") return reply.status(416).header("content-range", `bytes */${bytes}`).send()
  const content = await storage.read(key, part)
  if (content === undefined) throw new Error(`the store has no ${key}`)
  if (part) reply.status(206).header("content-range", `bytes ${part.first}-${part.last}/${bytes}`)
  return reply
    .header("content-type", mediaType)
    .header("content-length", part ? part.last - part.first + 1 : bytes)
    .header("content-disposition", attachment(fileName))
    .send(content)
}

/**
 * The one part that is asked for (RFC 9110, 14.1.2), so that a download that broke off goes on where it stood. Several parts at once,
 * and what is no range of bytes, are answered with the whole, as the standard allows.
 */
const partOf = (header: string | undefined, bytes: number): ByteRange | "outside" | undefined => {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? []
  if (from === "" && to === "") return undefined
  if (from === "") return Number(to) === 0 ? "outside" : { first: Math.max(0, bytes - Number(to)), last: bytes - 1 }
  if (to !== "" && Number(to) < Number(from)) return undefined
  if (Number(from) >= bytes) return "outside"
  return { first: Number(from), last: Math.min(to === "" ? Number.POSITIVE_INFINITY : Number(to), bytes - 1) }
}

const tagsOf = (header: string | undefined): readonly string[] =>
  (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""))
