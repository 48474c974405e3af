import i18next, { type Namespace, type TFunction } from "i18next"
import { useSyncExternalStore } from "react"

/*
 * What a page gets in place of react-i18next (see vite.config.ts), with its types. The library copies i18next for every piece
 * that asks for texts, and draws every piece of the page again for each file of texts that arrives: here all pieces
 * share one translator per area, and are drawn again when the language changes or `drawAgain` says so.
 */

let times = 0
const listeners = new Set<() => void>()
const tellAll = () => {
  for (const tell of listeners) tell()
}
i18next.on("languageChanged", tellAll)

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

/** Draws what is said anew: texts have arrived that were missed when it was drawn. */
export const drawAgain = (): void => {
  times += 1
  tellAll()
}

/** Changes when texts have to be said anew. */
const state = () => `${i18next.language} ${times}`

const made = new Map<string, Readonly<{ t: TFunction; i18n: typeof i18next }>>()
const awaited = new Map<string, Promise<unknown>>()

/** The texts of one area, or of several of which the first needs no name; waits until they are read. */
export const useTranslation = (areas: string | readonly string[] = "ui") => {
  const now = useSyncExternalStore(subscribe, state, state)
  const names = typeof areas === "string" ? [areas] : areas
  const missing = names.filter((name) => !i18next.hasLoadedNamespace(name))
  // Thrown, and not given to `use`: of a piece that waits in its first drawing, React would go on with hooks it has not met.
  if (missing.length > 0) throw readOf(missing)
  const key = `${now} ${names[0]}`
  const texts = made.get(key) ?? {
    t: i18next.getFixedT(i18next.language, (names[0] ?? "ui") as Namespace),
    i18n: i18next,
  }
  made.set(key, texts)
  return texts
}

/** One promise for all that wait for the same. */
const readOf = (areas: readonly string[]): Promise<unknown> => {
  const key = `${i18next.language} ${areas.join(" ")}`
  const read = awaited.get(key) ?? i18next.loadNamespaces([...areas])
  awaited.set(key, read)
  return read
}
