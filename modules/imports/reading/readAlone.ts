import { readFileSync } from "node:fs"
import { isRefusal } from "#core/refusal"
import { knownHeadersOf } from "#rules/imports"
import { openTable } from "./openTable.ts"
import { BrokenTable } from "./table.ts"

/** Reads the file named on the command line to its end, in a process of its own, so that a test can give it little memory. */
const read = async (path: string) => {
  const table = await openTable({ path, fileName: "file.csv", knownHeaders: knownHeadersOf([]) })
  if (isRefusal(table)) return { refusal: table.refusal }
  let rows = 0
  const problems: { line: number; reason: string }[] = []
  try {
    for await (const { line, problem } of table.rows) {
      rows++
      if (problem && problems.length < 3) problems.push({ line, reason: problem.reason })
    }
  } catch (fault) {
    if (!(fault instanceof BrokenTable)) throw fault
    return { broken: fault.reason, rows }
  }
  return { rows, problems }
}

/*
 * The most memory this process ever held, in kB. Linux counts in `maxRSS` what its parent held when it started it
 * (getrusage(2): it stays through execve), and says in /proc what is its own.
 */
const mostHeld = () =>
  process.platform === "linux"
    ? Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1])
    : process.resourceUsage().maxRSS

const found = await read(process.argv[2] ?? "")
process.stdout.write(JSON.stringify({ found, megabytes: Math.round(mostHeld() / 1024) }))
