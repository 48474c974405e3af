import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { startTimeOf } from "./process-identity.ts"

/** Who runs the server of a folder. */
type Owner = Readonly<{ pid: number; startTime: string }>

export type Lock = Readonly<{ release: () => void }>

/** Takes the folder for this process, or answers the id of the live process that has it. */
export const takeLock = (folder: string): Lock | { heldBy: number } => {
  const file = join(folder, "keelson.lock")
  const mine = JSON.stringify({ pid: process.pid, startTime: startTimeOf(process.pid) ?? "" })
  for (;;) {
    if (claim(file, mine)) return { release: () => rmSync(file, { force: true }) }
    const found = read(file)
    if (found === undefined) continue
    const owner = parse(found)
    if (owner && startTimeOf(owner.pid) === owner.startTime) return { heldBy: owner.pid }
    removeStale(file, found)
  }
}

/** A link appears whole or not at all: nobody ever reads a half-written lock. */
const claim = (file: string, content: string): boolean => {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, content, { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "EEXIST") return false
    throw fault
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Two processes may find the same stale lock: the slower one must not remove the faster one's fresh lock. */
const removeStale = (file: string, stale: string): void => {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (read(aside) !== stale) linkSync(aside, file)
  rmSync(aside, { force: true })
}

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return undefined
  }
}

const parse = (content: string): Owner | undefined => {
  try {
    return JSON.parse(content) as Owner
  } catch {
    return undefined
  }
}
