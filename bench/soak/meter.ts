import type { ChildProcess } from "node:child_process"
import { on } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"

/** The server at one moment. Heap is what stays after garbage collection; jobs are those not yet done, waiting those who wait for a connection. */
export type Sample = Readonly<{ minute: number; rssMib: number; heapMib: number; jobs: number; waiting: number }>

type Measured = Readonly<{ process: ChildProcess; address: string; rssMib(): number }>

/** Samples are far enough apart that asking for garbage collection does not change what is measured. */
const everyMs = 10_000

export const openMeter = async (keelson: Measured, databaseUrl: string) => {
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  const began = performance.now()
  const samples: Sample[] = []
  const sample = async (): Promise<Sample> => ({
    // Asked first: collecting would free what the queue held.
    waiting: await waitingIn(keelson.address),
    heapMib: await heapOf(keelson.process),
    rssMib: Math.round(keelson.rssMib()),
    jobs: await jobsIn(database),
    minute: Math.round((performance.now() - began) / 600) / 100,
  })
  return {
    database,
    samples: samples as readonly Sample[],
    sample,
    sampleUntil: async (until: number): Promise<void> => {
      while (performance.now() < until) {
        samples.push(await sample())
        await sleep(Math.max(0, Math.min(everyMs, until - performance.now())))
      }
    },
    close: () => database.end(),
  }
}

/** Asks `collector.ts`, which was loaded into the server. */
const heapOf = async (server: ChildProcess): Promise<number> => {
  const answers = on(server, "message")
  server.send("collect")
  const { value } = await answers.next()
  await answers.return?.()
  const [{ heapBytes }] = value as [{ heapBytes: number }]
  return Math.round(heapBytes / 2 ** 20)
}

const waitingIn = async (address: string): Promise<number> => {
  const text = await (await fetch(`${address}/metrics`)).text()
  return Number(/^database_requests_waiting (\d+)/m.exec(text)?.[1] ?? Number.NaN)
}

const jobsIn = async (database: pg.Client): Promise<number> => {
  const { rows } = await database.query<{ count: string }>("select count(*) from graphile_worker._private_jobs")
  return Number(rows[0]?.count)
}
