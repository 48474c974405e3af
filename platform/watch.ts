import { setTimeout as pause } from "node:timers/promises"
import pg from "pg"
import type { Log } from "./log.ts"

/**
 * One connection of a process, outside all requests: by it the process hears at once what others have changed, and by it knows
 * whether the database still answers.
 */
export type Watch = Readonly<{
  /** False while something may go unheard: then nothing may be remembered. */
  isListening(): boolean
  stop(): Promise<void>
}>

type Options = Readonly<{
  address: string
  channel: string
  log: Log
  heard(payload: string): void
  /** Nothing is heard from now on, until it listens again. */
  deaf(): void
  /** The database has not answered for `silenceMs`, and does not say so itself: stopped, or its line is dead. */
  silent(): void
}>

const beatMs = 1_000
/** Long enough for a busy machine, short enough that requests under way are answered in time. */
const silenceMs = 5_000

export const openWatch = async (options: Options): Promise<Watch> => {
  let isListening = false
  const ending = new AbortController()
  const { signal } = ending
  const turn = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: options.address,
      keepAlive: true,
      application_name: "keelson watch",
    })
    const broken = new Promise<never>((_resolve, reject) => {
      client.on("error", reject)
      client.on("end", () => reject(new Error("the connection ended")))
    })
    broken.catch(() => {})
    client.on("notification", ({ payload = "" }) => options.heard(payload))
    const answered = <T>(work: Promise<T>) => inTime(Promise.race([work, broken]), options.silent)
    try {
      await answered(client.connect())
      await answered(client.query(`listen ${options.channel}`))
      isListening = true
      first.resolve()
      for (;;) {
        await Promise.race([pause(beatMs, undefined, { signal }), broken])
        await answered(client.query("select 1"))
      }
    } finally {
      isListening = false
      options.deaf()
      client.connection.stream.destroy()
    }
  }
  const first = Promise.withResolvers<void>()
  const turns = async (): Promise<void> => {
    while (!signal.aborted) {
      await turn().catch((fault) => {
        first.resolve()
        if (!signal.aborted) options.log.warn({ err: fault }, "nothing is heard of other servers; trying again")
      })
      await pause(beatMs / 2, undefined, { signal }).catch(() => {})
    }
  }
  const ended = turns()
  await first.promise
  return {
    isListening: () => isListening,
    stop: async () => {
      ending.abort()
      await ended
    },
  }
}

/** Fails what takes too long, after `late`. A process that was busy itself first reads what has come meanwhile. */
const inTime = async <T>(work: Promise<T>, late: () => void): Promise<T> => {
  const over = new AbortController()
  const limit = pause(silenceMs, undefined, { signal: over.signal }).then(async () => {
    for (let round = 0; round < 5; round++) await pause(50, undefined, { signal: over.signal })
    late()
    throw new Error(`the database has not answered for ${silenceMs / 1_000} seconds`)
  })
  limit.catch(() => {})
  try {
    return await Promise.race([work, limit])
  } finally {
    over.abort()
  }
}
