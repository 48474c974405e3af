import { useNavigate, useSearch } from "@tanstack/react-router"
import { useMemo } from "react"

/**
 * The state of a view, kept in the address so that it can be linked: `const [view, setView] = useView(readView)`, where
 * `readView` is the same function that the area's route gives as `search`. Setting replaces the address unless the
 * change is one that "back" should undo.
 */
export const useView = <View extends Record<string, unknown>>(read: (raw: Record<string, unknown>) => View) => {
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const view = useMemo(() => read(raw), [read, raw])
  const navigate = useNavigate()
  const setView = (change: Partial<View>, { isStep = false } = {}) =>
    navigate({
      to: ".",
      search: ((current: Record<string, unknown>) => ({ ...current, ...change })) as never,
      replace: !isStep,
    })
  return [view, setView] as const
}
