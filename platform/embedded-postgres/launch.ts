import { type ChildProcess, spawn } from "node:child_process"
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import type { Account } from "./account.ts"
import type { Binaries } from "./binaries.ts"
import { EmbeddedPostgresFault, explain } from "./fault.ts"
import { freePort } from "./free-port.ts"
import { type Postmaster, readPostmaster } from "./postmaster.ts"
import { settingsFor } from "./settings.ts"

export type Launch = Readonly<{
  binaries: Binaries
  account: Account | undefined
  data: string
  logFile: string
  isDurable: boolean
}>

/**
 * Starts PostgreSQL on the preferred port or, when that is taken, on another; waits until it takes connections. Started again under
 * those who know its address, it must have the same: there the port is waited for.
 */
export const launch = async (options: Launch, preferredPort: number, isAgain = false): Promise<Postmaster> => {
  const deadline = Date.now() + 20_000
  for (;;) {
    const port = await freePort(preferredPort)
    if (isAgain && port !== preferredPort) {
      if (Date.now() > deadline) throw taken(preferredPort)
      await pause(100)
      continue
    }
    const outcome = await attempt(options, port)
    if (typeof outcome !== "string") return outcome
    const isPassing = portWasTaken.test(outcome) || orphansRemain.test(outcome)
    if (!isPassing || Date.now() > deadline) throw explain("Starting PostgreSQL", outcome)
    await pause(100)
  }
}

const taken = (port: number): EmbeddedPostgresFault =>
  new EmbeddedPostgresFault(
    `Port ${port}, where PostgreSQL was, is taken by another program: end that program, or start Keelson again.`,
  )

/** Somebody was faster between our look and PostgreSQL's. */
const portWasTaken = /could not create any TCP\/IP sockets/
/** After a crash the old server's own processes need a moment to notice and end. */
const orphansRemain = /shared memory block .* is still in use/

/** The running server, or what PostgreSQL wrote before it gave up. */
const attempt = async (options: Launch, port: number): Promise<Postmaster | string> => {
  trimLog(options.logFile)
  const logFrom = sizeOf(options.logFile)
  const child = spawnServer(options, port)
  const ended = new Promise<string>((resolve) => {
    child.once("error", (fault) => resolve(fault.message))
    child.once("exit", () => resolve(readFrom(options.logFile, logFrom)))
  })
  return Promise.race([ended, ready(child, options.data)])
}

const ready = async (child: ChildProcess, data: string): Promise<Postmaster> => {
  for (;;) {
    const postmaster = readPostmaster(data)
    if (postmaster?.isReady && postmaster.pid === child.pid) return postmaster
    if (child.exitCode !== null || child.pid === undefined) return new Promise(() => {})
    await pause(10)
  }
}

/** Detached and logging to a file: neither Ctrl-C nor the death of Keelson tears it down in the middle of a write. */
const spawnServer = ({ binaries, account, data, logFile, isDurable }: Launch, port: number): ChildProcess => {
  const settings = { ...settingsFor(isDurable), listen_addresses: "127.0.0.1", port: String(port), ...socket(data) }
  const args = ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])]
  const output = openSync(logFile, "a", 0o600)
  const environment = { PATH: process.env["PATH"], LC_ALL: "C" }
  const child = spawn(binaries.postgres, args, {
    ...account,
    cwd: "/",
    detached: true,
    env: environment,
    stdio: ["ignore", output, output],
  })
  child.unref()
  closeSync(output)
  return child
}

/** The data folder is the one place the server's user can surely write; a socket's path has room for 107 bytes. */
const socket = (data: string): Record<string, string> => ({
  unix_socket_directories: Buffer.byteLength(join(data, ".s.PGSQL.65535")) <= 107 ? data : "",
})

const logLimitBytes = 16 * 1024 * 1024

const trimLog = (file: string): void => {
  if (sizeOf(file) > logLimitBytes) truncateSync(file)
}

/** A server that ends long after its start may leave no log behind to read. */
const readFrom = (file: string, start: number): string =>
  existsSync(file) ? readFileSync(file).subarray(start).toString("utf8") : ""

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
