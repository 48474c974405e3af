import { useEffect, useRef, useSyncExternalStore } from "react"

export type KeyBinding = {
  /** One key ("c"), a sequence ("g p") or "?"; never with modifiers, which belong to the browser. */
  keys: string
  label: string
  /** Left out for keys that are handled elsewhere and only need to be listed. */
  run?: () => void
}

export type KeyGroup = { id: string; title: string; bindings: readonly KeyBinding[] }

let groups: readonly KeyGroup[] = []
const listeners = new Set<() => void>()

const change = (next: readonly KeyGroup[]) => {
  groups = next
  for (const tell of listeners) tell()
}

/** Every group of keys that works on the page right now, for the `?` help. */
export const useKeyGroups = (): readonly KeyGroup[] =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => groups,
  )

/** Registers keys for as long as the calling piece is on the page; the last registered wins. */
export const useKeys = (id: string, title: string, bindings: readonly KeyBinding[]): void => {
  const latest = useRef(bindings)
  latest.current = bindings
  const shape = bindings.map((each) => `${each.keys}:${each.label}`).join("|")
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the bindings, whose `run` is read late
  useEffect(() => {
    const group: KeyGroup = {
      id,
      title,
      bindings: latest.current.map((each) => ({
        keys: each.keys,
        label: each.label,
        ...(each.run ? { run: () => latest.current.find((now) => now.keys === each.keys)?.run?.() } : {}),
      })),
    }
    change([...groups.filter((other) => other.id !== id), group])
    return () => change(groups.filter((other) => other !== group))
  }, [id, title, shape])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const sequenceMs = 900

/** Listens for all registered keys; the shell calls it once. */
export const useKeyListener = (): void => {
  useEffect(() => {
    let started = ""
    let startedAt = 0
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const isSequence = started !== "" && event.timeStamp - startedAt < sequenceMs
      const pressed = isSequence ? `${started} ${event.key}` : event.key
      const all = groups.flatMap((group) => group.bindings).reverse()
      const hit = all.find((each) => each.keys === pressed && each.run)
      started = !hit && all.some((each) => each.keys.startsWith(`${pressed} `)) ? pressed : ""
      startedAt = event.timeStamp
      if (!hit) return
      event.preventDefault()
      hit.run?.()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [])
}
