import { createReadStream } from "node:fs"
import { rm, stat } from "node:fs/promises"
import type { FastifyReply } from "fastify"
import type { Ask, Download, Endpoint, FileContent, Note } from "#core/endpoint"
import { isRefusal } from "#core/refusal"
import { refused } from "./problem.ts"
import { attachment } from "./send-stored.ts"

/** Hands out a file: made now where it says how, and refused like any other answer where it cannot be. */
export const sendFile = async (
  reply: FastifyReply,
  { downloads = "application/octet-stream", refusals }: Endpoint,
  { fileName, mediaType, content }: Download,
  { ask, note }: Readonly<{ ask: Ask; note: Note }>,
): Promise<FastifyReply> => {
  const made = typeof content === "function" ? await content(ask, note) : content
  if (isRefusal(made)) throw refused(made, refusals)
  return reply
    .header("content-type", mediaType ?? downloads)
    .header("content-disposition", attachment(fileName))
    .header("cache-control", "no-store")
    .send(await sendable(made))
}

/** Of a file that is not handed out after all. */
export const discardContent = async (content: FileContent): Promise<void> => {
  if (typeof content === "object" && "path" in content) await rm(content.path, { force: true })
}

/** What lies in a file goes piece by piece, at the reader's pace, and the file with its last piece or with the reader. */
const sendable = async (content: FileContent) => {
  if (typeof content === "string" || content instanceof Uint8Array)
    return typeof content === "string" ? content : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const { path } = content
  await stat(path)
  const stream = createReadStream(path)
  stream.once("close", () => void rm(path, { force: true }))
  return stream
}
