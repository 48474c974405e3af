import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { addFile, listFiles } from "#contract/files"
import type { Id } from "#core/ids"
import type { Caller, TestKeelson, TestWorkspace } from "./keelson.ts"
import { recordPartnership } from "./promises.ts"

type Sent = Readonly<{ private?: boolean; subject?: Id; kind?: string; idempotencyKey?: string }>

/** Sends and gets files of a partnership in a test workspace, and looks at what is on the disk. */
export const openUploads = (keelson: TestKeelson, { slug }: TestWorkspace, partnership: Id, manager: Caller) => {
  const { folder } = keelson.platform.config
  const filesIn = (path: string) =>
    existsSync(path)
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => name)
      : []
  const list = (who: Caller, subject = partnership, subjectKind = "partnership") =>
    who.call(listFiles, { subjectKind, subjectId: subject })
  return {
    /** Names of the objects in the store, of one workspace where one is named, and of what is still coming in. */
    objects: (workspaceId = "") => filesIn(join(folder, "files", workspaceId)),
    spool: () => filesIn(join(folder, "uploads")),
    addressOf: (subject = partnership) =>
      `${keelson.address}/api/w/${slug}/files?subjectKind=partnership&subjectId=${subject}`,
    send: (who: Caller, name: string, content: string | Uint8Array, more: Sent = {}) => {
      const { private: isPrivate = false, subject = partnership, kind = "partnership", ...options } = more
      const input = { subjectKind: kind, subjectId: subject, audience: isPrivate ? "own" : "shared" } as const
      return who.call(addFile, input, { file: { name, content }, ...options })
    },
    list,
    namesFor: async (who: Caller, subject?: Id, kind?: string) =>
      (await list(who, subject, kind)).body.items.map(({ name }) => name),
    bytesOf: async (who: Caller, file: Id, headers: Record<string, string> = {}) => {
      const response = await fetch(`${keelson.address}/api/w/${slug}/files/${file}/content`, {
        headers: { cookie: who.cookie, ...headers },
      })
      return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
    },
    /** A partnership that holds no file yet. */
    another: async () => (await recordPartnership(manager, crypto.randomUUID())).id,
  }
}

/** The head of a form with one file in it, and then whatever comes. */
export const formOf = (content: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> => {
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="large.txt"\r\n\r\n'
  const reader = content.getReader()
  let isBegun = false
  return new ReadableStream({
    pull: async (stream) => {
      if (!isBegun) {
        isBegun = true
        return stream.enqueue(new TextEncoder().encode(head))
      }
      const { value, done } = await reader.read()
      if (value) stream.enqueue(value)
      if (done) stream.close()
    },
  })
}
