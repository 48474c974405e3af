import { chmodSync, mkdirSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { explain } from "./fault.ts"
import { join } from "./join.ts"
import { takeLock } from "./lock.ts"
import { own } from "./own.ts"
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from "./types.ts"

/**
 * Runs the PostgreSQL that comes with Keelson on a folder. Finds a server that outlived its Keelson and takes it over,
 * recovers from crashes, and starts the server again should it die. Throws an EmbeddedPostgresFault whose message says
 * what to do.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const folder = resolve(options.folder)
  try {
    makeFolder(folder)
    const lock = await takeLock(folder)
    if ("heldBy" in lock) return await join(options, folder, lock)
    return await own(options, folder, lock)
  } catch (fault) {
    throw fault instanceof Error && "syscall" in fault ? explain("Preparing the database folder", fault.message) : fault
  }
}

/** Folders we make let the server's user pass, whatever the umask; what is in them is closed to it by itself. */
const makeFolder = (folder: string): void => {
  const topmost = mkdirSync(folder, { recursive: true })
  if (topmost === undefined) return
  for (let made = folder; made.length >= topmost.length; made = dirname(made)) chmodSync(made, 0o711)
}
