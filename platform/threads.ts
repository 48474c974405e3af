import { availableParallelism } from "node:os"
import { setImmediate } from "node:timers/promises"
import { parentPort, Worker, workerData } from "node:worker_threads"

/** Some threads that answer tasks, one at a time each. */
export type Threads<Task, Answer> = Readonly<{ run(task: Task): Promise<Answer>; close(): Promise<void> }>

/** One thread per core, and no more than a scan can feed. */
export const threadCount = (): number => Math.min(availableParallelism(), 8)

/** Node lets a thread fill 128 MiB with new objects on a large machine before it collects; a third of that is as fast. */
const resourceLimits = { maxYoungGenerationSizeMb: 48 }

type Waiting = Readonly<{ resolve(answer: never): void; reject(fault: Error): void }>

/**
 * Starts `count` threads of a file that calls `serveThread`. For arithmetic that would keep the server from answering.
 * A thread that dies fails the tasks it held; the caller's job is tried again by the queue.
 */
export const openThreads = <Start, Task, Answer>(file: URL, count: number, start: Start): Threads<Task, Answer> => {
  const idle: Worker[] = []
  const queue: { task: Task; waiting: Waiting }[] = []
  const held = new Map<Worker, Waiting>()
  const next = (worker: Worker) => {
    const job = queue.shift()
    if (!job) return idle.push(worker)
    held.set(worker, job.waiting)
    return worker.postMessage(job.task)
  }
  const workers = Array.from({ length: count }, () => new Worker(file, { workerData: start, resourceLimits }))
  for (const worker of workers) {
    worker.on("message", (answer: unknown) => {
      held.get(worker)?.resolve(answer as never)
      held.delete(worker)
      next(worker)
    })
    worker.on("error", (fault: unknown) => {
      const failed = fault instanceof Error ? fault : new Error(String(fault))
      for (const waiting of [held.get(worker), ...queue.splice(0).map((job) => job.waiting)]) waiting?.reject(failed)
    })
    idle.push(worker)
  }
  return {
    run: (task) =>
      new Promise<Answer>((resolve, reject) => {
        queue.push({ task, waiting: { resolve: resolve as Waiting["resolve"], reject } })
        const worker = idle.pop()
        if (worker) next(worker)
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/** Answers tasks in this thread, for when there are too few to start others: one at a time, with a breath for whoever else waits. */
export const runHere = <Task, Answer>(handler: (task: Task) => Answer) => {
  let turn: Promise<unknown> = Promise.resolve()
  return (task: Task): Promise<Answer> => {
    const answered = turn.then(() => setImmediate()).then(() => handler(task))
    turn = answered.catch(() => {})
    return answered
  }
}

/** What a thread's file does: make a handler from what it was started with, then answer every task with it. */
export const serveThread = <Start, Task, Answer>(makeHandler: (start: Start) => (task: Task) => Answer): void => {
  const handler = makeHandler(workerData as Start)
  parentPort?.on("message", (task: Task) => parentPort?.postMessage(handler(task)))
}
