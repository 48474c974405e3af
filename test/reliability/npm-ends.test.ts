import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { postmasterOf, productFolder, until } from "./product.ts"
import { somePorts } from "./visitor.ts"

const folder = productFolder()
const lock = join(folder, "postgres", "keelson.lock")

/** npm passes SIGTERM to the shell that it puts between, which ends and tells nobody. */
test("where npm and its shell are ended the server that they started stops in order too", async () => {
  const [port = 0] = await somePorts(1)
  const launch = 'import("./launch.mjs").then(({ run }) => run("main.ts", ["start", "--no-demo"]))'
  const { PATH = "" } = process.env
  const shell = spawn("sh", ["-c", '"$0" -e "$1" & wait', process.execPath, launch], {
    env: { PATH, LOG_LEVEL: "error", KEELSON_FOLDER: folder, PORT: String(port), npm_lifecycle_event: "start" },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  for (const stream of [shell.stdout, shell.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString()
    })
  // When nobody writes there any more: the server, not only the shell.
  const over = once(shell, "close")
  try {
    await until(() => said.includes("Keelson is ready"), 120_000, "the product's start")
    shell.kill("SIGTERM")
    await until(() => said.includes("Stopping"), 120_000, "the product's end")
    await over
    expect([existsSync(lock), postmasterOf(folder)]).toEqual([false, undefined])
  } finally {
    if (existsSync(lock)) process.kill((JSON.parse(readFileSync(lock, "utf8")) as { pid: number }).pid, "SIGKILL")
  }
}, 300_000)
