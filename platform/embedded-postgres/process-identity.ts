import { spawnSync } from "node:child_process"
import { readFileSync, readlinkSync } from "node:fs"
import { hostname } from "node:os"

/** A process id alone is reused; together with its start time it names one process for good. Undefined when it is gone. */
export const startTimeOf = (pid: number): string | undefined => {
  if (process.platform !== "linux") return ps(pid, "lstart=")
  const [state, ...rest] = afterCommandName(readProc(pid, "stat"))
  return state === undefined || state === "Z" ? undefined : rest[18]
}

/** The command line of a live process, to tell a PostgreSQL of ours from a stranger that got its old id. */
export const commandOf = (pid: number): string | undefined =>
  process.platform === "linux" ? readProc(pid, "cmdline")?.replaceAll("\0", " ") : ps(pid, "command=")

/** In /proc/<pid>/stat the command name may hold spaces and brackets: everything after its last bracket is safe. */
const afterCommandName = (stat: string | undefined): string[] =>
  stat === undefined ? [] : stat.slice(stat.lastIndexOf(")") + 2).split(" ")

const readProc = (pid: number, file: string): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8")
  } catch {
    return undefined
  }
}

const ps = (pid: number, column: string): string | undefined =>
  spawnSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() || undefined

/** Within what a process id names one process: on Linux a namespace of this boot, which a container has to itself; elsewhere the machine. */
export const whereProcessesAreNamed = (): string => {
  if (process.platform !== "linux") return hostname()
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
  return `${boot} ${readlinkSync("/proc/self/ns/pid")}`
}
