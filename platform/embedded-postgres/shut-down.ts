import { setTimeout as pause } from "node:timers/promises"
import { startTimeOf } from "./process-identity.ts"

const patienceMs = 60_000

/** Fast shutdown: PostgreSQL ends its sessions, writes a checkpoint and goes. Only after a minute it is made to go. */
export const shutDown = async (pid: number): Promise<void> => {
  signal(pid, "SIGINT")
  const deadline = Date.now() + patienceMs
  while (startTimeOf(pid) !== undefined) {
    if (Date.now() > deadline) signal(pid, "SIGQUIT")
    await pause(20)
  }
}

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone already.
  }
}
