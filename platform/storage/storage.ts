import { resolve } from "node:path"
import type { FileSettings } from "#platform/file-settings"
import { filesAway } from "#platform/problem"
import { localStorage } from "./local.ts"
import type { Storage } from "./types.ts"

export type { ByteRange, Storage } from "./types.ts"

/** The store that the settings name: a bucket, or the folder `files` in the data folder. */
export const openStorage = ({ folder, files }: Readonly<{ folder: string; files: FileSettings }>): Storage => {
  const { s3 } = files
  if (s3 === undefined) return localStorage(resolve(folder, "files"))
  // 38 packages that nobody loads who keeps files in a folder.
  let opened: Promise<Storage> | undefined
  const bucket = () => {
    opened ??= import("./s3.ts").then(({ s3Storage }) => s3Storage(s3))
    return opened
  }
  const asked = async <T>(what: (store: Storage) => Promise<T>): Promise<T> => {
    try {
      return await what(await bucket())
    } catch (fault) {
      throw isOfStore(fault) ? filesAway(fault) : fault
    }
  }
  return {
    put: (key, path) => asked((store) => store.put(key, path)),
    has: (key) => asked((store) => store.has(key)),
    read: (key, range) => asked((store) => store.read(key, range)),
    remove: (key) => asked((store) => store.remove(key)),
    async *list(prefix) {
      const found = (await bucket()).list(prefix)[Symbol.asyncIterator]()
      for (;;) {
        const { done, value } = await asked(() => found.next())
        if (done) return
        yield value
      }
    },
  }
}

/** What the store answered, or that it did not: its client puts that on each fault of its own. */
const isOfStore = (fault: unknown): boolean => fault instanceof Error && "$metadata" in fault

/** `<workspace>/<SHA-256>`: the same bytes are kept once in a workspace, and no workspace shares bytes with another. */
export const objectKey = (workspaceId: string, hash: string): string => `${workspaceId}/${hash}`
