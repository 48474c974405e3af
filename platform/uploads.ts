import { createHash } from "node:crypto"
import { createWriteStream } from "node:fs"
import { mkdir, rm } from "node:fs/promises"
import { basename, join } from "node:path"
import { Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { FastifyRequest } from "fastify"
import type { Upload } from "#core/endpoint"
import { newId } from "./ids.ts"
import { Problem } from "./problem.ts"

/** Room for a million rows of activities. */
export const maxUploadBytes = 512 * 1024 * 1024

/** Streams the request's one file into `folder` under a name of our own, hashing as it goes. */
export const receiveUpload = async (request: FastifyRequest, folder: string): Promise<Upload> => {
  if (!request.isMultipart())
    throw new Problem(422, "file-expected", 'Send the file as multipart/form-data, in the field "file".')
  const part = await request.file({ limits: { files: 1, fileSize: maxUploadBytes, fields: 0 } })
  if (!part) throw new Problem(422, "file-expected", 'Send the file as multipart/form-data, in the field "file".')
  await mkdir(folder, { recursive: true })
  const path = join(folder, newId())
  const hash = createHash("sha256")
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  try {
    await pipeline(part.file, meter, createWriteStream(path, { mode: 0o600, flags: "wx" }))
  } catch (fault) {
    await removeUpload(path)
    throw fault
  }
  if (part.file.truncated) {
    await removeUpload(path)
    throw new Problem(
      413,
      "file-too-large",
      `A file may hold ${maxUploadBytes / 1024 / 1024} MB at most. Split it and send the parts.`,
    )
  }
  return { path, fileName: basename(part.filename).slice(0, 200) || "file", bytes, hash: hash.digest("hex") }
}

/** Forgets a received file; one that is gone already is no error. */
export const removeUpload = (path: string): Promise<void> => rm(path, { force: true })
