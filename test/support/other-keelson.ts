import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"

const program = `
  import { startEmbeddedPostgres } from "#platform/embedded-postgres/start"
  const server = await startEmbeddedPostgres({ folder: process.argv[1], log: () => {}, preferredPort: 0 })
  console.log(server.pid)
  setInterval(() => {}, 60_000)
`

/** Another process that runs the embedded server of a folder, to be killed in the middle of its work. */
export const startOtherKeelson = async (folder: string): Promise<{ keelson: ChildProcess; postgres: number }> => {
  const keelson = spawn(process.execPath, ["--input-type=module", "--eval", program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const [chunk] = await Promise.race([once(keelson.stdout, "data"), once(keelson, "exit").then(endedEarly)])
  return { keelson, postgres: Number(String(chunk)) }
}

const endedEarly = (): never => {
  throw new Error("The other Keelson ended before its server ran.")
}

export const killNow = async (child: ChildProcess): Promise<void> => {
  child.kill("SIGKILL")
  await once(child, "exit")
}
