import { createHash } from "node:crypto"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { newId } from "#platform/ids"
import { removeUpload } from "#platform/uploads"
import { objectKey } from "./storage.ts"
import type { Kept, Storage } from "./types.ts"

/** Puts bytes into the store that we made ourselves. */
export const keepBytes = async (
  { config, storage }: Readonly<{ config: Readonly<{ folder: string }>; storage: Storage }>,
  workspaceId: string,
  content: Uint8Array,
): Promise<Kept> => {
  const hash = createHash("sha256").update(content).digest("hex")
  const folder = join(config.folder, "uploads")
  await mkdir(folder, { recursive: true })
  const path = join(folder, newId())
  try {
    await writeFile(path, content, { mode: 0o600, flag: "wx" })
    await storage.put(objectKey(workspaceId, hash), path)
  } finally {
    await removeUpload(path)
  }
  return { hash, bytes: content.length }
}
