import { mkdir } from "node:fs/promises"
import type { MultipartFile } from "@fastify/multipart"
import type { FastifyRequest } from "fastify"
import type { Upload } from "#core/endpoint"
import { asUnwritable } from "./disk-full.ts"
import { keepPart, removeUpload } from "./uploads.ts"

/** What a form may hold at most. */
export type FormLimits = Readonly<{ fields: number; fieldBytes: number; files: number; fileBytes: number }>

/** Why a form was not taken as a whole. */
export type FormFault = "unreadable" | "too-large" | "too-many-files"

/** What came of a form: its fields as they were read, its files as they lie on the disk, and what was wrong with it, if anything. */
export type ReceivedForm = Readonly<{
  fields: ReadonlyMap<string, string>
  files: readonly Upload[]
  fault?: FormFault
}>

class TooLarge extends Error {}

/**
 * Reads a form with any number of fields and files within its limits, each file into `folder` under a name of our own. What was read
 * before something went wrong is kept, so that nobody types it again; files are kept only where all came.
 */
export const receiveForm = async (
  request: FastifyRequest,
  folder: string,
  { fields: mostFields, fieldBytes, files: mostFiles, fileBytes }: FormLimits,
): Promise<ReceivedForm> => {
  const [fields, files] = [new Map<string, string>(), [] as Upload[]]
  try {
    if (!request.isMultipart()) return { fields, files, fault: "unreadable" }
    await mkdir(folder, { recursive: true })
    const limits = { fields: mostFields, fieldSize: fieldBytes, fieldNameSize: 100, files: mostFiles, headerPairs: 20 }
    for await (const part of request.parts({ limits: { ...limits, fileSize: Number.MAX_SAFE_INTEGER } })) {
      if (part.type === "file") {
        const file = await keep(part, folder, fileBytes)
        if (file) files.push(file)
        continue
      }
      if (part.fieldnameTruncated || part.valueTruncated) throw new TooLarge()
      if (typeof part.value === "string") fields.set(part.fieldname, part.value)
    }
    return { fields, files }
  } catch (fault) {
    await forgetForm({ files })
    const unwritable = asUnwritable(fault)
    if (unwritable) throw unwritable
    return { fields, files: [], fault: faultOf(fault) }
  }
}

/** Of a field for files in which none was chosen browsers send one without a name and without a byte. */
const keep = async (part: MultipartFile, folder: string, mostBytes: number): Promise<Upload | undefined> => {
  const upload = await keepPart(part, folder, mostBytes, () => new TooLarge())
  if (upload.bytes > 0 || part.filename) return upload
  await removeUpload(upload.path)
  return undefined
}

/** Forgets what a form brought, once it is where it belongs or not wanted. */
export const forgetForm = async ({ files }: Pick<ReceivedForm, "files">): Promise<void> => {
  for (const { path } of files) await removeUpload(path)
}

const faultOf = (fault: unknown): FormFault => {
  if (fault instanceof TooLarge) return "too-large"
  const code = fault instanceof Error ? String((fault as { code?: unknown }).code ?? "") : ""
  if (code === "FST_FILES_LIMIT") return "too-many-files"
  return code === "FST_FIELDS_LIMIT" || code === "FST_PARTS_LIMIT" ? "too-large" : "unreadable"
}
