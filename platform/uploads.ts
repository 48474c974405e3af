import { createHash } from "node:crypto"
import { createWriteStream } from "node:fs"
import { mkdir, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MultipartFile } from "@fastify/multipart"
import type { FastifyRequest } from "fastify"
import type { Upload, UploadSize } from "#core/endpoint"
import { cleanFileName } from "#core/fileName"
import { asUnwritable } from "./disk-full.ts"
import { newId } from "./ids.ts"
import { Problem } from "./problem.ts"

const megabyte = 1024 * 1024

/** Room for a million rows of activities. */
const mostTableBytes = 512 * megabyte

/** What a form puts around its one file. */
const formBytes = 16 * 1024

/** How long what is left of a refused upload is read and thrown away: who is cut off while sending does not read the answer. */
const lingerMs = 15_000

export const mostBytesOf = (size: UploadSize, mostFileBytes: number): number =>
  size === "table" ? mostTableBytes : mostFileBytes

/** What a request says it will send, with the form around the file; one that does not say may send as much as any. */
export const announcedBytes = ({ headers }: FastifyRequest, mostBytes: number): number =>
  Math.min(Number(headers["content-length"] ?? mostBytes), mostBytes)

/** Streams the request's one file into `folder` under a name of our own, hashing as it goes. */
export const receiveUpload = async (request: FastifyRequest, folder: string, mostBytes: number): Promise<Upload> => {
  if (!request.isMultipart()) throw fileExpected()
  if (Number(request.headers["content-length"] ?? 0) > mostBytes + formBytes) throw tooLarge(mostBytes)
  const part = await request
    .file({ limits: { files: 1, fileSize: Number.MAX_SAFE_INTEGER, fields: 0 } })
    .catch((fault: unknown) => {
      throw asFormFault(fault)
    })
  if (!part) throw fileExpected()
  try {
    await mkdir(folder, { recursive: true })
    return await keepPart(part, folder, mostBytes, () => tooLarge(mostBytes))
  } catch (fault) {
    throw asUnwritable(fault) ?? asFormFault(fault)
  }
}

/** Writes one file of a form into `folder`, hashing as it goes; of one that is too large, or does not come whole, nothing stays. */
export const keepPart = async (
  { file, filename }: Pick<MultipartFile, "file" | "filename">,
  folder: string,
  mostBytes: number,
  tooMuch: () => Error,
): Promise<Upload> => {
  const path = join(folder, newId())
  const hash = createHash("sha256")
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      // The form's own limit would read on to the end of the file before it says so.
      done(bytes > mostBytes ? tooMuch() : null, chunk)
    },
  })
  try {
    await pipeline(file, meter, createWriteStream(path, { mode: 0o600, flags: "wx" }))
  } catch (fault) {
    await removeUpload(path)
    throw fault
  }
  return { path, fileName: cleanFileName(filename ?? ""), bytes, hash: hash.digest("hex") }
}

/** Forgets a received file; one that is gone already is no error. */
export const removeUpload = (path: string): Promise<void> => rm(path, { force: true })

/** How much room a received file takes; one that is gone takes none. */
export const sizeOfUpload = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** Lets the sender of a refused upload read the answer: what still comes is thrown away, for a while. */
export const discardRest = ({ raw }: FastifyRequest): void => {
  if (raw.complete) return
  raw.unpipe()
  raw.resume()
  const patience = setTimeout(() => raw.socket.destroy(), lingerMs)
  raw.once("close", () => clearTimeout(patience))
}

const fileExpected = () =>
  new Problem(422, "file-expected", 'Send the file as multipart/form-data, in the field "file".')

/** What reads the form says so in an error without a code, or with a status; a disk's and a connection's have codes of their own. */
const asFormFault = (fault: unknown): unknown =>
  fault instanceof Problem || !(fault instanceof Error) ? fault : isOfForm(fault) ? brokenForm() : fault

const isOfForm = (fault: Error & { code?: unknown }): boolean =>
  fault.code === undefined || /^(FST_|ERR_STREAM_PREMATURE_CLOSE)/.test(String(fault.code))

const brokenForm = () =>
  new Problem(
    400,
    "bad-request",
    'The form with the file cannot be read; it may have been cut off on its way. Send one file, in the field "file", again.',
  )

const tooLarge = (mostBytes: number) =>
  new Problem(
    413,
    "file-too-large",
    `A file may hold ${Math.floor(mostBytes / megabyte)} MB at most. Split it and send the parts.`,
    { detail: { megabytes: Math.floor(mostBytes / megabyte), names: `${Math.floor(mostBytes / megabyte)} MB` } },
  )
