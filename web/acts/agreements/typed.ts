import type { NoticeDraft } from "./noticeDraft.tsx"

/** What is typed into a new amendment, kept over a reload until it is begun or given up. */
export type TypedAmendment = NoticeDraft & {
  kind: string
  validFrom: string
  reason: string
  title: string
  startsOn: string
  endsOn: string
}

const keyOf = (kept: string) => `keelson-amendment ${kept}`

export const keepTyped = (kept: string, typed: TypedAmendment): void =>
  sessionStorage.setItem(keyOf(kept), JSON.stringify(typed))
export const dropTyped = (kept: string): void => sessionStorage.removeItem(keyOf(kept))
export const typedFor = (kept: string): TypedAmendment | undefined => {
  const typed = sessionStorage.getItem(keyOf(kept))
  return typed === null ? undefined : (JSON.parse(typed) as TypedAmendment)
}
