import { useEffect, useState } from "react"
import type { WaitingFile } from "#acts/AttachFiles"
import { currentSlug } from "#client/workspace"
import type { ThreadPlace } from "./place.ts"

type Person = Readonly<{ id: string; name: string }>

/** What is being written and not sent yet. `key` names one try to send exactly this, so that it is one comment however often it is sent. */
export type Draft = Readonly<{
  body: string
  people: readonly Person[]
  files: readonly WaitingFile[]
  key: string
}>

const empty: Draft = { body: "", people: [], files: [], key: "" }

const placeOf = ({ subjectKind, subjectId, audience }: ThreadPlace): string =>
  `keelson-draft ${currentSlug()} ${subjectKind} ${subjectId} ${audience}`

const kept = (place: string): Draft => {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(place) ?? "null")
    return typeof draft === "object" && draft !== null ? { ...empty, ...draft } : empty
  } catch {
    return empty
  }
}

/** A draft that outlives a failure, a closed drawer and a reloaded page, in this window and nowhere else. */
export const useDraft = (thread: ThreadPlace) => {
  const place = placeOf(thread)
  const [draft, setDraft] = useState(() => kept(place))
  useEffect(() => {
    if (draft.body === "" && draft.files.length === 0) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, JSON.stringify(draft))
  }, [draft, place])
  const change = (changed: (now: Draft) => Partial<Draft>) =>
    setDraft((now) => ({ ...now, ...changed(now), key: crypto.randomUUID() }))
  return {
    draft,
    write: (body: string) => change(() => ({ body })),
    know: (person: Person) =>
      setDraft((now) => ({ ...now, people: [...now.people.filter(({ id }) => id !== person.id), person] })),
    attach: (file: WaitingFile) => change(({ files }) => ({ files: [...files, file] })),
    takeOut: (id: string) => change(({ files }) => ({ files: files.filter((file) => file.id !== id) })),
    clear: () => setDraft(empty),
  }
}
