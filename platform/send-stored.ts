import type { FastifyReply, FastifyRequest } from "fastify"
import type { StoredDownload } from "#core/endpoint"
import type { Storage } from "./storage/storage.ts"

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
    .header("cache-control", "private, no-cache")
    .header("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
    .header("x-content-type-options", "nosniff")
    .header("cross-origin-resource-policy", "same-origin")
  if (tagsOf(request.headers["if-none-match"]).includes(tag)) return reply.status(304).send()
  const content = await storage.read(key)
  if (content === undefined) throw new Error(`the store has no ${key}`)
  return reply
    .header("content-type", mediaType)
    .header("content-length", bytes)
    .header("content-disposition", attachment(fileName))
    .send(content)
}

const tagsOf = (header: string | undefined): readonly string[] =>
  (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""))
