import type { ComponentType } from "react"
import { useEffect, useSyncExternalStore } from "react"

export type Command = {
  id: string
  label: string
  /** What it concerns, in grey under the label. */
  hint?: string
  group?: string
  /** Further words by which it is found. */
  words?: readonly string[]
  Icon?: ComponentType<{ size?: number; stroke?: number }>
  /** Keys that do the same, shown at the right. */
  keys?: string
  run: () => void
}

let sources: readonly (readonly Command[])[] = []
let flat: readonly Command[] = []
const listeners = new Set<() => void>()

const change = (next: readonly (readonly Command[])[]) => {
  sources = next
  flat = next.flat()
  for (const tell of listeners) tell()
}

/** Offers commands in the palette while the calling piece is on the page. Pass a memoised list. */
export const useCommands = (commands: readonly Command[]): void => {
  useEffect(() => {
    change([...sources, commands])
    return () => change(sources.filter((each) => each !== commands))
  }, [commands])
}

export const useAllCommands = (): readonly Command[] =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => flat,
  )
