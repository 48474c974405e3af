import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react"
import { type Lines, type RowWeeks, useWeeks, type Weeks, weeksById } from "./useRows.ts"

const WeeksContext = createContext<Kept | undefined>(undefined)

type WeeksProviderProps = { pages: readonly Lines[]; children: (rest: Kept["rest"]) => ReactNode }

/**
 * Keeps the weeks of lines apart from the lines: what arrives is drawn in the cells that show it, and in no others. Weeks are asked
 * for where somebody stops, a page of lines at a time, and then of what was passed by, one page after the other: they are
 * far more than the lines themselves, and in nobody's way while the list moves.
 */
export const WeeksProvider = ({ pages, children }: WeeksProviderProps) => {
  const [kept] = useState(keeping)
  return (
    <WeeksContext value={kept}>
      {children(kept.rest)}
      <Reader pages={pages} kept={kept} />
    </WeeksContext>
  )
}

/** The weeks of one line; undefined until they are read. */
export const useWeeksOf = (id: string): RowWeeks | undefined => {
  const kept = useContext(WeeksContext)
  return useSyncExternalStore(kept?.onWeeks ?? never, () => kept?.of(id))
}

const never = () => () => undefined

type Kept = ReturnType<typeof keeping>

const keeping = () => {
  const known = new Map<string, RowWeeks>()
  const taken = new WeakSet<Weeks>()
  const [weeks, places] = [listening(), listening()]
  let inView: readonly string[] = nowhere
  return {
    of: (id: string) => known.get(id),
    onWeeks: weeks.listen,
    keep: (answers: readonly (Weeks | undefined)[]) => {
      const fresh = answers.filter((answer) => answer !== undefined && !taken.has(answer))
      if (fresh.length === 0) return
      for (const answer of fresh) {
        if (answer) taken.add(answer)
        for (const each of weeksById(answer)) known.set(each.partnershipId, each)
      }
      weeks.tell()
    },
    inView: () => inView,
    onView: places.listen,
    /** Told which lines are in view once the list stands still, and of none when it begins to move. */
    rest: (ids: readonly string[] = nowhere) => {
      inView = ids
      places.tell()
    },
  }
}

const nowhere: readonly string[] = []

const listening = () => {
  const listeners = new Set<() => void>()
  return {
    listen: (tell: () => void) => {
      listeners.add(tell)
      return () => void listeners.delete(tell)
    },
    tell: () => {
      for (const each of listeners) each()
    },
  }
}

/** Draws nothing: answers that arrive draw this again, and not the list. */
const Reader = ({ pages, kept }: { pages: readonly Lines[]; kept: Kept }) => {
  const inView = useSyncExternalStore(kept.onView, kept.inView)
  const [asked, setAsked] = useState<readonly Lines[]>(noLines)
  const answers = useWeeks(asked)
  useEffect(() => kept.keep(answers), [kept, answers])
  useEffect(() => {
    if (inView.length === 0) return
    const seen = new Set(inView)
    const [still, others] = [asked, pages.filter((page) => !asked.includes(page))]
    const wanted = others.filter(({ items }) => items.some(({ id }) => seen.has(id)))
    const isRead = answers.length === asked.length && answers.every((answer) => answer !== undefined)
    const next = wanted.length > 0 || !isRead ? wanted : others.slice(0, 1)
    if (next.length > 0) setAsked([...still.filter((page) => pages.includes(page)), ...next])
  }, [pages, inView, asked, answers])
  return null
}

const noLines: readonly Lines[] = []
