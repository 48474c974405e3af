import { mostAsked, type RefusalKind, refusalSpanMs } from "#core/refusalsOfNote"
import type { Instant } from "#core/time"
import { newId } from "#platform/ids"
import type { Log } from "#platform/log"
import type { Ground } from "./ground.ts"
import type { Place } from "./letters.ts"

/** Who was refused what in which workspace. `asked` is an endpoint as its contract writes it, never what was put into it. */
export type NotedRefusal = Readonly<{
  kind: RefusalKind
  workspaceId: string
  userId: string
  asked: string
  place: Place
}>

export type Refusals = Readonly<{
  /** Counts it, and asks nothing of the database: the answer does not wait for it, and it takes no connection. */
  note(refusal: NotedRefusal): void
  /** Writes down what was counted. */
  settle(): Promise<void>
  close(): Promise<void>
}>

type Counted = Omit<NotedRefusal, "asked" | "place"> & {
  /** From nowhere in particular, where it was several. */
  place: Place
  readonly asked: Set<string>
  times: number
  readonly firstAt: Instant
  lastAt: Instant
}

const settleMs = 5_000
/** People and kinds that are counted at once: far more than a server has people, and an end where the database is away for long. */
const mostCounted = 10_000

/**
 * What signed-in people are refused, counted here and written down every few seconds, each person's of one kind as one row an hour:
 * however many requests are refused, nothing fills up and nobody waits. Several servers count in the same row.
 */
export const openRefusals = ({ pool, clock, log }: Pick<Ground, "pool" | "clock"> & { log: Log }): Refusals => {
  const counted = new Map<string, Counted>()
  let settling: Promise<void> = Promise.resolve()
  const note = ({ asked, ...refusal }: NotedRefusal): void => {
    const { kind, workspaceId, userId, place } = refusal
    const key = [workspaceId, userId, kind].join(" ")
    const known = counted.get(key)
    if (!known && counted.size >= mostCounted) return
    const now = clock.now()
    const entry = known ?? { ...refusal, asked: new Set(), times: 0, firstAt: now, lastAt: now }
    entry.times++
    entry.lastAt = now
    if (entry.place.address !== place.address) entry.place = { address: "", device: "" }
    if (entry.asked.size < mostAsked) entry.asked.add(asked)
    counted.set(key, entry)
  }
  const write = async (entry: Counted): Promise<void> => {
    const { kind, workspaceId, userId, times, firstAt, lastAt, place } = entry
    const [asked, address, device] = [[...entry.asked], place.address.slice(0, 100), place.device.slice(0, 200)]
    const since = new Date(Date.parse(firstAt) - refusalSpanMs).toISOString()
    await pool.query("select public.note_refusal($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", [
      ...[workspaceId, userId, kind, asked, address, device, times, firstAt, lastAt, since, newId()],
    ])
    log.warn({ part: "security", kind, workspaceId, userId, times, asked, address, device }, kind)
  }
  const settleNow = async (): Promise<void> => {
    for (const [key, entry] of [...counted]) {
      counted.delete(key)
      await write(entry).catch((fault) => {
        log.warn({ err: fault }, "a refusal was not noted; it is tried again")
        const later = counted.get(key)
        if (later) later.times += entry.times
        else counted.set(key, entry)
      })
    }
  }
  // One after the other: what did not go through is counted on before it is written again.
  const settle = (): Promise<void> => (settling = settling.then(settleNow))
  // Begun here and by no request, whose one connection it would otherwise ask for.
  const timer = setInterval(settle, settleMs).unref()
  return {
    note,
    settle,
    close: async () => {
      clearInterval(timer)
      await settle()
    },
  }
}
