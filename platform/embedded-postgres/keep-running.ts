import { startTimeOf } from "./process-identity.ts"

type Options = Readonly<{
  /** The process to watch; it changes with every restart. */
  pid: () => number
  restart: () => Promise<void>
  log: (line: string) => void
}>

const lookEveryMs = 500
const longestPauseMs = 10_000

/** Starts the server again when it dies by itself, with growing pauses while that fails. Answers how to stop watching. */
export const keepRunning = ({ pid, restart, log }: Options): (() => Promise<void>) => {
  let timer: NodeJS.Timeout
  let isWatching = true
  let looking: Promise<void> = Promise.resolve()

  const look = async (pauseMs: number): Promise<void> => {
    const next = startTimeOf(pid()) === undefined ? await revive(pauseMs) : lookEveryMs
    if (isWatching) lookIn(next)
  }
  const revive = async (pauseMs: number): Promise<number> => {
    log("PostgreSQL stopped unexpectedly: starting it again")
    try {
      await restart()
      return lookEveryMs
    } catch (fault) {
      log(fault instanceof Error ? fault.message : String(fault))
      return Math.min(longestPauseMs, pauseMs * 2)
    }
  }
  const lookIn = (pauseMs: number): void => {
    timer = setTimeout(() => {
      looking = look(pauseMs)
    }, pauseMs).unref()
  }

  lookIn(lookEveryMs)
  return () => {
    isWatching = false
    clearTimeout(timer)
    return looking
  }
}
