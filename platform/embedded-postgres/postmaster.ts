import { readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { urlOf, withClient } from "./connection.ts"
import { EmbeddedPostgresFault } from "./fault.ts"
import { commandOf } from "./process-identity.ts"

/** What PostgreSQL writes into postmaster.pid: one value a line. */
export type Postmaster = Readonly<{ pid: number; port: number; isReady: boolean }>

export const readPostmaster = (data: string): Postmaster | undefined => {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" }
  } catch {
    return undefined
  }
}

/** Whether that process is a PostgreSQL on this data folder, not a stranger that was given the same id. */
export const isServing = (pid: number, data: string): boolean => {
  const command = commandOf(pid)
  return ["postgres", data].every((part) => command?.includes(part))
}

/** A server of ours that outlived the Keelson that started it, once it answers; undefined when there is none. */
export const reattach = async (
  data: string,
  password: string,
  patienceMs = 60_000,
): Promise<Postmaster | undefined> => {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const found = readPostmaster(data)
    if (found === undefined) return undefined
    if (!isServing(found.pid, data)) return clearAfterCrash(data)
    if (found.isReady && (await answers(found.port, password))) return found
    if (Date.now() > deadline) throw silent(found.pid, data)
    await pause(50)
  }
}

/** PostgreSQL would trust a stranger that runs under the old id, and refuse to start. */
const clearAfterCrash = (data: string): undefined => {
  rmSync(join(data, "postmaster.pid"), { force: true })
}

const answers = async (port: number, password: string): Promise<boolean> => {
  try {
    await withClient(urlOf(port, password, "postgres"), (client) => client.query("SELECT 1"))
    return true
  } catch (fault) {
    if ((fault as { code?: string }).code !== "28P01") return false
    throw new EmbeddedPostgresFault(
      "The running PostgreSQL refuses the password in its folder: end it, put the right password file back and start again.",
    )
  }
}

const silent = (pid: number, data: string): EmbeddedPostgresFault =>
  new EmbeddedPostgresFault(
    `PostgreSQL (process ${pid}) holds ${data} but does not answer: end it and start Keelson again.`,
  )
