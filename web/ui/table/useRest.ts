import { useEffect } from "react"
import { useStable } from "#ui/useStable"

type InView = Readonly<{ isMoving: boolean; first: number; last: number }>

/** Tells which rows are in view whenever the list stands still, and of none when it begins to move. */
export const useRest = <Row>(
  { isMoving, first, last }: InView,
  rows: readonly Row[],
  onRest: ((inView: readonly Row[] | undefined) => void) | undefined,
): void => {
  const tell = useStable((inView: readonly Row[] | undefined) => onRest?.(inView))
  const [from, to] = isMoving ? [0, 0] : [first, last + 1]
  useEffect(() => tell(from === to ? undefined : rows.slice(from, to)), [tell, from, to, rows])
}
