import { readdirSync, readFileSync } from "node:fs"

/** CPU seconds used so far by this process with its threads, and by PostgreSQL. */
export type Cpu = Readonly<{ keelson: number; postgres: number }>

/** Clock ticks per second in /proc, on every Linux that Node runs on. */
const ticks = 100

/** Reads what was used; PostgreSQL by its process id, with the sessions it has and those that ended. Zero where there is no /proc. */
export const cpuNow = (postgresPid: number): Cpu => {
  const { user, system } = process.cpuUsage()
  return { keelson: (user + system) / 1e6, postgres: familySeconds(postgresPid) }
}

/** What was used since, to a tenth of a second. */
export const cpuSince = (postgresPid: number, before: Cpu): Cpu => {
  const now = cpuNow(postgresPid)
  const tenths = (seconds: number) => Math.round(seconds * 10) / 10
  return { keelson: tenths(now.keelson - before.keelson), postgres: tenths(now.postgres - before.postgres) }
}

/** A process, the children it has waited for, and those that still run. */
const familySeconds = (pid: number): number => {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap(statOf)
  return all.reduce((sum, one) => {
    if (one.pid === pid) return sum + one.own + one.ended
    return one.parent === pid ? sum + one.own : sum
  }, 0)
}

/** Fields of proc(5): 1 pid, 4 parent, 14 and 15 own time, 16 and 17 that of ended children. A process may be gone by now. */
const statOf = (name: string) => {
  try {
    const text = readFileSync(`/proc/${name}/stat`, "latin1")
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number)
    const at = (number: number) => (fields[number - 3] ?? 0) / ticks
    return [{ pid: Number(name), parent: fields[1], own: at(14) + at(15), ended: at(16) + at(17) }]
  } catch {
    return []
  }
}
