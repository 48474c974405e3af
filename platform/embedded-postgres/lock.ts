import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { startTimeOf, whereProcessesAreNamed } from "./process-identity.ts"

/** Who runs the server of a folder. A process id says who only where it was given: a container has ids of its own. */
type Owner = Readonly<{ pid: number; startTime: string; where?: string }>

export type Lock = Readonly<{ release: () => void }>

/** The live process that has the folder, here or in another container or machine that shares the folder. */
export type Held = Readonly<{ heldBy: number; isElsewhere: boolean }>

/** An owner touches its lock so often; one elsewhere that has not for five times as long is gone. */
const beatMs = 2_000
const silenceMs = 5 * beatMs

/** Takes the folder for this process, or answers who has it. */
export const takeLock = async (folder: string): Promise<Lock | Held> => {
  const file = join(folder, "keelson.lock")
  const here = whereProcessesAreNamed()
  const mine = JSON.stringify({ pid: process.pid, startTime: startTimeOf(process.pid) ?? "", where: here })
  for (;;) {
    if (claim(file, mine)) return keep(file)
    const found = read(file)
    if (found === undefined) continue
    const owner = parse(found)
    const isElsewhere = owner !== undefined && (owner.where ?? here) !== here
    const isAlive = isElsewhere ? await isTouched(file) : owner && startTimeOf(owner.pid) === owner.startTime
    if (owner && isAlive) return { heldBy: owner.pid, isElsewhere }
    removeStale(file, found)
  }
}

const keep = (file: string): Lock => {
  const beating = setInterval(() => touch(file), beatMs).unref()
  return {
    release: () => {
      clearInterval(beating)
      rmSync(file, { force: true })
    },
  }
}

/** A disk that is full or away for a moment is no reason to end. */
const touch = (file: string): void => {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {}
}

/** Watches rather than compares times: the clocks of two machines differ. */
const isTouched = async (file: string): Promise<boolean> => {
  const before = touchedAt(file)
  for (let waited = 0; waited < silenceMs; waited += beatMs / 4) {
    await pause(beatMs / 4)
    const now = touchedAt(file)
    if (now !== before) return now !== undefined
  }
  return false
}

const touchedAt = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.mtimeMs

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
