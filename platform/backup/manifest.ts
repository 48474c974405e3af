import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"

/** A backup cannot be made, read or restored. The message is one sentence that says what to do. */
export class BackupFault extends Error {
  override name = "BackupFault"
}

/** Counts up when a backup of before could not be read any more. */
export const format = 1
export const manifestFile = "manifest.json"

const count = z.number().int().min(0)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const shape = z.object({
  format: z.literal(format),
  madeAt: z.string(),
  /** The migrations that the database had seen: a Keelson that does not know them all cannot read it. */
  migrations: z.array(z.string()),
  /** `rowsHash` is the same in whatever order the rows come; `hash` is the file's. */
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: count, rowsHash: z.string(), hash }),
  ),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  files: z.array(z.object({ path: z.string().regex(/^(?:objects|uploads)\/[\w/-]+$/), bytes: count, hash })),
})

/** What a backup holds, by which it is known to be whole and the one that was made. */
export type Manifest = z.infer<typeof shape>

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

/** With a seal of its own, so that a changed manifest is noticed like a changed file. */
export const sealed = (manifest: Manifest): string =>
  JSON.stringify({ seal: sha256(JSON.stringify(manifest)), manifest }, undefined, 1)

export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, manifestFile), "utf8").catch(() => {
    throw new BackupFault(
      `${folder} is no backup: it has no ${manifestFile}; name the folder that keelson backup made.`,
    )
  })
  const { seal, manifest } = parsed(text) ?? {}
  if (manifest === undefined || seal !== sha256(JSON.stringify(manifest)))
    throw new BackupFault(`${join(folder, manifestFile)} is damaged or was changed: use another backup.`)
  const read = shape.safeParse(manifest)
  if (!read.success)
    throw new BackupFault(
      `${folder} was made by a Keelson whose backups this one cannot read: use the version that made it.`,
    )
  return read.data
}

const parsed = (text: string): { seal?: unknown; manifest?: unknown } | undefined => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
