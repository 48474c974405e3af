import { rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Worker } from "node:worker_threads"
import type { FileContent } from "#core/endpoint"
import { type Refusal, refuse } from "#core/refusal"
import { newId } from "#platform/ids"
import { tooBusy } from "#platform/problem"
import type { FromThread, Order, ToThread } from "./order.ts"
import type { SheetRow } from "./paper.ts"

export type Pages = AsyncIterable<readonly SheetRow[]>
/** The bytes; what has rows without end lies in a file, so that a slow reader keeps no thread. */
type Made = Exclude<FileContent, string>
type TooHeavy = Refusal<"document-too-heavy">

export type Renderer = Readonly<{
  /** Makes a document beside the requests. Throws "try again" when too many wait already; refuses what takes too long or too much memory. */
  make(order: Order, pages?: Pages): Promise<Made | TooHeavy>
  close(): Promise<void>
}>

export type RendererLimits = Readonly<{
  threads: number
  /** Documents that may wait for a thread. */
  waiting: number
  /** How long a thread may be silent. */
  silentMs: number
  /** Of what its JavaScript may hold. */
  memoryMb: number
  /** A thread without work goes, and with it the fonts. */
  idleMs: number
}>

export const usualLimits: RendererLimits = { threads: 2, waiting: 16, silentMs: 30_000, memoryMb: 512, idleMs: 120_000 }

type Job = Readonly<{
  order: Order
  pages: AsyncIterator<readonly SheetRow[]> | undefined
  resolve(made: Made | TooHeavy): void
  reject(fault: Error): void
}>

/** Threads that make documents; started when the first one is wanted. */
export const openRenderer = (limits: RendererLimits = usualLimits): Renderer => {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const queue: Job[] = []
  let isClosed = false

  const start = (): Worker => {
    const worker = new Worker(new URL("./thread.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 48 },
    })
    worker.unref()
    all.add(worker)
    worker.once("exit", () => all.delete(worker))
    return worker
  }

  const next = (): void => {
    while (!isClosed && queue.length > 0) {
      const worker = idle.pop() ?? (all.size < limits.threads ? start() : undefined)
      if (worker === undefined) return
      const job = queue.shift()
      if (job) void work(worker, job, limits).then((isAlive) => rest(worker, isAlive))
    }
  }

  const rest = (worker: Worker, isAlive: boolean): void => {
    if (isAlive && !isClosed) {
      idle.push(worker)
      const timer = setTimeout(() => {
        const place = idle.indexOf(worker)
        if (place < 0) return
        idle.splice(place, 1)
        void worker.terminate()
      }, limits.idleMs)
      timer.unref()
    } else {
      all.delete(worker)
      void worker.terminate()
    }
    next()
  }

  return {
    make: (order, pages) =>
      new Promise((resolve, reject) => {
        if (isClosed || queue.length >= limits.waiting) return reject(tooBusy())
        queue.push({ order, pages: pages?.[Symbol.asyncIterator](), resolve, reject })
        next()
      }),
    close: async () => {
      isClosed = true
      for (const job of queue.splice(0)) job.reject(tooBusy())
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

const faultOf = ({ message, stack, code }: Extract<FromThread, { says: "failed" }>): Error =>
  Object.assign(new Error(message), { stack, ...(code === undefined ? {} : { code }) })

/** One document on one thread. Says whether the thread can make another. */
const work = (worker: Worker, { order, pages, resolve, reject }: Job, limits: RendererLimits): Promise<boolean> =>
  new Promise((done) => {
    worker.ref()
    const path = join(tmpdir(), `keelson-${newId()}`)
    let isOver = false
    const isAliveAfter = (isAlive: boolean, settle: () => void) => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      worker.off("message", hear).off("error", fail).off("exit", leave).unref()
      if (!isAlive) void pages?.return?.()
      settle()
      done(isAlive)
    }
    const failed = (isAlive: boolean, settle: () => void) =>
      isAliveAfter(isAlive, () => {
        settle()
        void rm(path, { force: true })
      })
    const giveUp = () => failed(false, () => resolve(refuse("document-too-heavy")))
    const timer = setTimeout(giveUp, limits.silentMs)
    // Rows that come too late are not for the document that the thread makes next.
    const send = (message: ToThread) => {
      if (isOver) return
      timer.refresh()
      worker.postMessage(message)
    }
    const hear = (message: FromThread) => {
      timer.refresh()
      if (message.says === "made") return isAliveAfter(true, () => resolve(message.bytes ?? { path }))
      if (message.says === "failed") return failed(true, () => reject(faultOf(message)))
      if (pages === undefined) return send({ says: "no more rows" })
      ahead.then(
        ({ done: isDone, value }) => {
          send(isDone ? { says: "no more rows" } : { says: "rows", rows: value })
          if (!isDone) askAhead()
        },
        // What is asked for page by page can be refused on any page; the half that was written goes with its thread.
        (fault: Error) => failed(false, () => reject(fault)),
      )
    }
    // The next page is read while this one is written.
    let ahead: Promise<IteratorResult<readonly SheetRow[]>>
    const askAhead = () => {
      ahead = pages?.next() ?? Promise.resolve({ done: true, value: undefined })
      ahead.catch(() => {})
    }
    askAhead()
    const fail = (fault: Error & { code?: string }) =>
      fault.code === "ERR_WORKER_OUT_OF_MEMORY" ? giveUp() : failed(false, () => reject(fault))
    const leave = () => failed(false, () => reject(tooBusy()))
    worker.on("message", hear).on("error", fail).on("exit", leave)
    send({ says: "make", order, path })
  })
