import { useCallback, useRef } from "react"

/** One function for the life of the piece that always does what the latest one does: drawn rows stay as they are. */
export const useStable = <Args extends unknown[]>(latest: (...args: Args) => void): ((...args: Args) => void) => {
  const current = useRef(latest)
  current.current = latest
  return useCallback((...args: Args) => current.current(...args), [])
}
