import { useState } from "react"

/** Rows of a list that are chosen, by their keys. What is no longer listed is not chosen any more. */
export const useChosen = (listed: readonly string[]) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const all = listed.filter((key) => chosen.has(key))
  return {
    all,
    has: (key: string) => chosen.has(key),
    toggle: (key: string) => setChosen((now) => (now.has(key) ? without(now, key) : new Set([...now, key]))),
    clear: () => setChosen(new Set()),
  }
}

const without = (keys: ReadonlySet<string>, gone: string) => new Set([...keys].filter((key) => key !== gone))
