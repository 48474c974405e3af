import { useRef, useState } from "react"
import { isGivenUp } from "#client/request"
import { upload } from "#client/upload"
import { useCallTo } from "#client/workspace"
import { addFile, type FileView } from "#contract/files"

/** What files are attached to, by the word of the module that brings it. */
export type FileSubject = Readonly<{ kind: string; id: string }>

/** A file on its way, or one that was refused, until somebody has read why. */
export type Sending = Readonly<{ key: string; name: string; share: number; problem?: unknown }>

type Audience = "shared" | "own"

type Options = Readonly<{
  /** For a comment that is being written: the uploader's alone until it is sent. */
  isUnsent?: boolean
  onSent?: (file: FileView) => void
}>

/** Sends files about one thing, several at a time; each can be given up, and says for itself how it went. */
export const useUploads = (subject: FileSubject, { isUnsent = false, onSent }: Options = {}) => {
  const to = useCallTo()
  const [sending, setSending] = useState<readonly Sending[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const change = (key: string, changed: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...changed } : each)))
  const forget = (key: string) => {
    stops.current.get(key)?.abort()
    stops.current.delete(key)
    setSending((all) => all.filter((each) => each.key !== key))
  }
  const send = async (file: File, audience: Audience): Promise<void> => {
    const key = crypto.randomUUID()
    const stop = new AbortController()
    stops.current.set(key, stop)
    setSending((all) => [...all, { key, name: file.name, share: 0 }])
    try {
      const sent = await sendFile({ ...subject, ...to }, file, audience, {
        onProgress: (share) => change(key, { share }),
        signal: stop.signal,
        isUnsent,
      })
      onSent?.(sent)
      forget(key)
    } catch (problem) {
      if (isGivenUp(problem)) forget(key)
      else change(key, { problem })
    }
  }
  return { sending, send, forget }
}

export const sendFile = (
  { kind, id, ...to }: FileSubject & Readonly<{ workspace?: string }>,
  file: File,
  audience: Audience,
  { isUnsent = false, ...options }: Parameters<typeof upload>[3] & Readonly<{ isUnsent?: boolean }>,
): Promise<FileView> =>
  upload(
    addFile,
    { query: { subjectKind: kind, subjectId: id, audience, isUnsent: isUnsent ? "true" : "false" }, ...to },
    file,
    options,
  )
