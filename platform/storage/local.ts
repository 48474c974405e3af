import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises"
import { dirname, join } from "node:path"
import type { Storage, StoredObject } from "./types.ts"

/**
 * Objects as files of a folder: `<workspace>/<first two of the hash>/<hash>`. A file arrives under its name as a whole or not at
 * all: its bytes are on the disk first, then it is renamed, then the folder is on the disk too.
 */
export const localStorage = (folder: string): Storage => {
  const pathOf = (key: string): string => {
    const [workspaceId = "", hash = ""] = key.split("/")
    // Keys are made by us; whoever brings another one must not reach what lies beside.
    if (!/^[\w-]+\/\w+$/.test(key)) throw new TypeError(`not a key: ${key}`)
    return join(folder, workspaceId, hash.slice(0, 2), hash)
  }
  return {
    put: async (key, path) => {
      const target = pathOf(key)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await onDisk(path)
      await rename(path, target)
      await onDisk(dirname(target))
    },
    has: async (key) => (await statOf(pathOf(key))) !== undefined,
    read: async (key, range) => {
      try {
        return (await open(pathOf(key))).createReadStream({
          highWaterMark: 256 * 1024,
          ...(range ? { start: range.first, end: range.last } : {}),
        })
      } catch (fault) {
        if (isMissing(fault)) return undefined
        throw fault
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (prefix = "") => objectsIn(folder, prefix),
  }
}

async function* objectsIn(folder: string, prefix: string): AsyncIterable<StoredObject> {
  const asked = prefix.split("/")[0] ?? ""
  const workspaces = asked === "" ? await namesIn(folder) : [asked]
  for (const workspaceId of workspaces.toSorted())
    for (const start of (await namesIn(join(folder, workspaceId))).toSorted())
      for (const hash of (await namesIn(join(folder, workspaceId, start))).toSorted()) {
        const found = await statOf(join(folder, workspaceId, start, hash))
        const key = `${workspaceId}/${hash}`
        if (found?.isFile() && key.startsWith(prefix))
          yield { key, bytes: found.size, storedAt: found.mtime.toISOString() }
      }
}

const namesIn = (path: string): Promise<string[]> =>
  readdir(path).catch((fault: unknown) => {
    if (isMissing(fault)) return []
    throw fault
  })

const statOf = (path: string) =>
  stat(path).catch((fault: unknown) => {
    if (isMissing(fault)) return undefined
    throw fault
  })

const onDisk = async (path: string): Promise<void> => {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isMissing = (fault: unknown): boolean =>
  fault instanceof Error && "code" in fault && (fault.code === "ENOENT" || fault.code === "ENOTDIR")
