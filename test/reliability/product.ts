import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"
import { startTimeOf } from "#platform/embedded-postgres/process-identity"
import { shutDown } from "#platform/embedded-postgres/shut-down"

/** One `keelson start` as a process of its own. */
export type Product = Readonly<{
  pid: number
  /** What it said to the person at the terminal. */
  said(): string
  /** Resolves with the exit code. */
  ended: Promise<number | null>
  isRunning(): boolean
  signal(name: NodeJS.Signals): void
}>

/** What the machine allows it. */
type Machine = Readonly<{ mostFileBytes?: number }>

const started = new Set<ChildProcess>()
let isOver = false

/** Starts the product from the command line and leaves it running. Ended by itself or not, nothing outlives the test file. */
export const spawnProduct = (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  { mostFileBytes }: Machine = {},
): Product => {
  // A test that ran out of time may go on in the background.
  if (isOver) throw new Error("The test file is done: no further product is started.")
  const { PATH = "" } = process.env
  const limit = mostFileBytes === undefined ? "" : `ulimit -f ${mostFileBytes / 512}; `
  const child = spawn(
    "sh",
    ["-c", `${limit}exec "$0" "$@"`, process.execPath, "main.ts", "start", "--no-demo", ...args],
    {
      env: { PATH, LOG_LEVEL: "error", TRUST_PROXY: "1", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    },
  )
  started.add(child)
  let said = ""
  const keep = (chunk: Buffer): void => {
    said += chunk.toString()
  }
  child.stderr.on("data", keep)
  child.stdout.on("data", keep)
  const ended = once(child, "close").then(([code]) => code as number | null)
  return {
    pid: child.pid ?? 0,
    said: () => said,
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    signal: (name) => {
      child.kill(name)
    },
  }
}

/** The same, once it is ready to serve or to work. */
export const startProduct = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  machine?: Machine,
): Promise<Product> => {
  const product = spawnProduct(args, environment, machine)
  await until(() => product.said().includes("ready") || !product.isRunning(), 120_000, "the product's start")
  if (!product.isRunning()) throw new Error(`The product did not start:\n${product.said()}`)
  return product
}

/** A folder for a product with a database of its own, removed with its server when the test file is done. */
export const productFolder = (inside = tmpdir()): string => {
  const folder = mkdtempSync(join(inside, "keelson-reliability-"))
  chmodSync(folder, 0o711) // the server's own user has to pass
  afterAll(async () => {
    isOver = true
    for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL")
    const postmaster = postmasterOf(folder)
    if (postmaster !== undefined) await shutDown(postmaster)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

const postmasterFile = (folder: string): string[] => {
  try {
    return readFileSync(join(folder, "postgres", "data", "postmaster.pid"), "utf8").split("\n")
  } catch {
    return []
  }
}

/** The process of the folder's PostgreSQL, while it runs. */
export const postmasterOf = (folder: string): number | undefined => {
  const pid = Number(postmasterFile(folder)[0])
  return pid > 0 && startTimeOf(pid) !== undefined ? pid : undefined
}

export const ownerUrlOf = (folder: string): string => {
  const password = readFileSync(join(folder, "postgres", "password"), "utf8")
  return `postgresql://keelson_owner:${password}@127.0.0.1:${postmasterFile(folder)[3]}/keelson`
}

export const until = async (
  isSo: () => boolean | Promise<boolean>,
  patienceMs: number,
  what: string,
): Promise<void> => {
  const deadline = Date.now() + patienceMs
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited ${patienceMs} ms in vain for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
