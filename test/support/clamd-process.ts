import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"
import { eicar } from "./clamd-protocol.ts"

export type ScannerProcess = Readonly<{
  url: string
  path: string
  start(): Promise<void>
  signal(name: NodeJS.Signals): void
  /** As a machine that goes down: at once. */
  kill(): Promise<void>
}>

/** As clamd's own settings are called; sizes in bytes. */
export type ScannerSettings = Readonly<{ StreamMaxLength: number; MaxFileSize?: number; AlertExceedsMax?: "yes" }>

type Program = Readonly<{ name: string; run(folder: string, socket: string, settings: ScannerSettings): ChildProcess }>

const places = ["/usr/sbin", "/usr/local/sbin", ...(process.env["PATH"] ?? "").split(":")]
const clamd = places.map((place) => join(place, "clamd")).find((path) => existsSync(path))

/** clamd itself, with a signature of our own: nothing is downloaded. */
const real = (program: string): Program => ({
  name: "clamd",
  run: (folder, socket, limits) => {
    const [signatures, settings] = [join(folder, "signatures"), join(folder, "clamd.conf")]
    mkdirSync(signatures, { recursive: true })
    writeFileSync(join(signatures, "own.ndb"), `Eicar-Test-Signature:0:*:${Buffer.from(eicar).toString("hex")}\n`)
    const said = {
      DatabaseDirectory: signatures,
      LocalSocket: socket,
      Foreground: "yes",
      ...limits,
    }
    writeFileSync(
      settings,
      Object.entries(said)
        .map((each) => `${each.join(" ")}\n`)
        .join(""),
    )
    return spawn(program, [`--config-file=${settings}`], { stdio: "ignore" })
  },
})

const standIn: Program = {
  name: "a stand-in for clamd",
  run: (_folder, socket, settings) =>
    spawn(process.execPath, ["test/support/clamd-stand-in.ts", socket, JSON.stringify(settings)], { stdio: "ignore" }),
}

/** What a test of the scanner is run against: the stand-in anywhere, and clamd itself where it is installed, so that both are known to do the same. */
export const scannerPrograms: readonly Program[] = [standIn, ...(clamd === undefined ? [] : [real(clamd)])]

/** A scanner as a process of its own, not yet started; nothing of it outlives the test file. */
export const scannerProcess = (program: Program, settings: ScannerSettings): ScannerProcess => {
  const folder = mkdtempSync(join(tmpdir(), "keelson-clamd-"))
  const path = join(folder, "clamd.ctl")
  let child: ChildProcess | undefined
  const kill = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, "exit")
    child.kill("SIGKILL")
    await ended
  }
  afterAll(async () => {
    await kill()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    url: `unix://${path}`,
    path,
    start: async () => {
      child = program.run(folder, path, settings)
      while (!(await answers(path))) {
        if (child.exitCode !== null) throw new Error(`${program.name} ended with ${child.exitCode}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    signal: (name) => child?.kill(name),
    kill,
  }
}

const answers = async (path: string): Promise<boolean> => {
  const socket = connect({ path })
  try {
    await once(socket, "connect")
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
