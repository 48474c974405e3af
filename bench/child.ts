import type { ChildProcess } from "node:child_process"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

const root = join(import.meta.dirname, "..")

export type KeelsonChild = Readonly<{
  address: string
  process: ChildProcess
  /** What it has said on standard error: where it listens, the set-up link. */
  said(): string
  msToReady: number
  rssMib(): number
  stop(): Promise<void>
}>

/** Starts Keelson as people run it, as a process of its own, and waits until it serves. */
export const startKeelson = async (options: {
  folder: string
  databaseUrl?: string
  only?: "web"
  /** For the process: a preload, a profiler. */
  nodeOptions?: readonly string[]
}): Promise<KeelsonChild> => {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const only = options.only === undefined ? [] : ["--only", options.only]
  const started = performance.now()
  // The limits the bench itself was started with are those that every script of Keelson is given, see launch.mjs.
  const limits = process.execArgv.filter((flag) => flag.startsWith("--max-"))
  const flags = [...limits, ...(options.nodeOptions ?? [])]
  const child = spawn(process.execPath, [...flags, "main.ts", "start", "--no-demo", ...only], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      KEELSON_FOLDER: options.folder,
      PORT: String(port),
      LOG_LEVEL: "warn",
      REQUESTS_PER_MINUTE: "100000000",
      ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
    },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  })
  let said = ""
  child.stderr?.on("data", (text: Buffer) => {
    said += text
  })
  while (!(await isReady(address))) {
    if (child.exitCode !== null) throw new Error(`Keelson ended before it served:\n${said}`)
    await sleep(20)
  }
  return {
    address,
    process: child,
    said: () => said,
    msToReady: performance.now() - started,
    rssMib: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024,
    stop: () => stopChild(child),
  }
}

export const stopChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return
  const ended = once(child, "exit")
  child.kill("SIGTERM")
  await ended
}

const isReady = async (address: string): Promise<boolean> =>
  fetch(`${address}/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  await once(server, "close")
  return typeof address === "object" && address !== null ? address.port : 0
}
