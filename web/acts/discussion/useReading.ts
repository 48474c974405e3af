import { useIntersection } from "@mantine/hooks"
import { useEffect, useRef, useState } from "react"
import { act } from "#client/act"
import { markThreadRead } from "#contract/discussions"
import type { ThreadPlace } from "./place.ts"

type Read = Readonly<{ readUpTo: number | null; latest: number }>

/**
 * How far the reader had read when they came, which stays marked while they look; and remembers how far they are now, once the
 * end of the thread was in view.
 */
export const useReading = (thread: ThreadPlace, { readUpTo, latest }: Read) => {
  const [cameAt] = useState(readUpTo ?? 0)
  const told = useRef(readUpTo ?? 0)
  const { ref, entry } = useIntersection<HTMLDivElement>({ threshold: 0 })
  const isSeen = entry?.isIntersecting ?? false
  const { subjectKind, subjectId, audience } = thread
  useEffect(() => {
    if (!isSeen || latest <= told.current) return
    told.current = latest
    // That it could not be remembered costs nobody anything: it is asked again with the next comment.
    act(markThreadRead, { input: { subjectKind, subjectId, audience, position: latest } }).catch(() => {
      told.current = 0
    })
  }, [isSeen, latest, subjectKind, subjectId, audience])
  return { end: ref, cameAt }
}
