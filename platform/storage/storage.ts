import { resolve } from "node:path"
import type { FileSettings } from "#platform/file-settings"
import { localStorage } from "./local.ts"
import type { Storage } from "./types.ts"

export type { Storage } from "./types.ts"

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
  return {
    put: async (key, path) => (await bucket()).put(key, path),
    has: async (key) => (await bucket()).has(key),
    read: async (key) => (await bucket()).read(key),
    remove: async (key) => (await bucket()).remove(key),
    async *list(prefix) {
      yield* (await bucket()).list(prefix)
    },
  }
}

/** `<workspace>/<SHA-256>`: the same bytes are kept once in a workspace, and no workspace shares bytes with another. */
export const objectKey = (workspaceId: string, hash: string): string => `${workspaceId}/${hash}`
