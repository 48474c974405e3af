import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"

/*
 * The real command in a process of its own, on a machine where something is missing: it says one sentence that helps, ends
 * with a code that is not 0, shows no stack, and makes nothing that was not asked for.
 */
const home = await mkdtemp(join(tmpdir(), "keelson-missing-"))
afterAll(() => rm(home, { recursive: true, force: true }))
const folder = join(home, "none")
const file = join(home, "partners.csv")
await writeFile(file, "partner\nLumen\n")
const closed = join(home, "closed.csv")
await writeFile(closed, "partner\nLumen\n")
await chmod(closed, 0)

const run = async (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
  const { PATH = "" } = process.env
  const environment = { PATH, KEELSON_FOLDER: folder, ...more }
  const child = spawn(process.execPath, ["main.ts", ...args], { env: environment, stdio: ["ignore", "pipe", "pipe"] })
  let said = ""
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString()
    })
  const code = await new Promise((resolve) => child.on("close", resolve))
  return { code, said: said.trim() }
}
const isOneSentence = (said: string) => !said.includes("\n") && said.endsWith(".") && !/ at \w|node:|Error:/.test(said)

/** One of each way in which commands open the database. */
const aboutAKeelson: readonly (readonly string[])[] = [
  ["import", file],
  ["verify"],
  ["backup", join(home, "backup")],
  ["demo", "password"],
]

// Starting the command is what takes the time, on a busy machine minutes.
const patience = 400_000

test(
  "before the first start each command about what is kept says that there is none, and makes none",
  async () => {
    const ran = await Promise.all(aboutAKeelson.map(async (args) => ({ args, ...(await run(args)) })))
    for (const { args, code, said } of ran) {
      expect([args, code]).not.toEqual([args, 0])
      expect([args, said, isOneSentence(said)]).toEqual([
        args,
        expect.stringContaining(`no Keelson in ${folder} yet`),
        true,
      ])
    }
    expect([existsSync(join(folder, "postgres")), existsSync(join(home, "backup"))]).toEqual([false, false])
  },
  patience,
)

const noDatabase = { DATABASE_URL: "postgres://nobody:secret@127.0.0.1:1/keelson" }

test(
  "a database that is not reached is named without its password",
  async () => {
    for (const args of [["import", file], ["migrate"], ["start", "--no-demo"]]) {
      const { code, said } = await run(args, noDatabase)
      expect([args, code]).not.toEqual([args, 0])
      expect([args, said, isOneSentence(said)]).toEqual([args, expect.stringContaining("cannot reach"), true])
      expect(said).not.toContain("secret")
    }
  },
  patience,
)

const isRoot = process.getuid?.() === 0
const unreadable: readonly (readonly [args: readonly string[], path: string, why: string])[] = [
  [["import"], join(home, "absent.csv"), "there is no such file."],
  [["import", file, "--mapping"], home, "it is a folder."],
  [["drift", "--signals"], home, "it is a folder."],
  [["changepoints"], join(file, "below"), "there is no such file."],
  // Whoever runs as root reads everything.
  ...(isRoot ? [] : [[["import"], closed, "it may not be read."] as const]),
]

test(
  "a file that cannot be read is told as that by each command that reads one, before a database is asked",
  async () => {
    for (const [args, path, why] of unreadable) {
      const { code, said } = await run([...args, path], noDatabase)
      expect([args, code, said.endsWith(`${path} cannot be read: ${why}`), said.includes("\n")]).toEqual([
        ...[args, 2, true, false],
      ])
    }
  },
  patience,
)
