import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { createTestDatabase } from "#test/database"

/*
 * What a module costs beside its own files: `examples/module` is planted in a copy of the project with one line in the list of modules
 * and its word in the glossary. Everything it brings then works, and the whole holds.
 */
const { ownerUrl } = await createTestDatabase()
const folder = realpathSync(mkdtempSync(join(tmpdir(), "keelson-module-")))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// The inner run is a test run of its own, not a worker of this one.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST")))

/** Runs a program of the planted project; what it complained of is what this test fails with. */
const holds = (...args: string[]): void => {
  const options = { cwd: folder, encoding: "utf8", env: environment } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options)
  if (status !== 0) throw new Error(`${args.join(" ")}\n${stdout.slice(-6_000)}${stderr.slice(-6_000)}`)
}

const tracked = (): string[] =>
  spawnSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" }).stdout.trim().split("\n")

const shared: Readonly<Record<string, (text: string) => string>> = {
  "modules.ts": (text) =>
    `import { visits } from "#modules/visits"\n${text.replace("  measurements,\n", "  visits,\n  measurements,\n")}`,
  "docs/glossary.md": (text) =>
    text.replace(
      "| **deal** |",
      "| **visit** | a day on which people of one company are at the other's | a meeting |\n| **deal** |",
    ),
}

const plant = (): void => {
  for (const file of tracked()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(file, join(folder, file))
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"))
  cpSync("examples/module", folder, { recursive: true })
  for (const [file, change] of Object.entries(shared)) {
    const text = change(readFileSync(file, "utf8"))
    writeFileSync(join(folder, file), text)
  }
}

test("a module touches its own files, the list of modules and the glossary, and everything it brings works", () => {
  plant()
  const migrating = `const { migrate } = await import("./platform/migrate.ts"); await migrate({ ownerUrl: process.argv[1] })`
  holds("--input-type=module", "-e", migrating, ownerUrl)
  holds("platform/generate-schema.ts", ownerUrl)
  holds("node_modules/typescript/bin/tsc", "-p", "tsconfig.json")
  holds("node_modules/typescript/bin/tsc", "-p", "tsconfig.web.json")
  holds("node_modules/@biomejs/biome/bin/biome", "lint", "modules", "web")
  const tests = ["modules/visits", "web", "test/contributions", "test/downhill", "test/tenancy", "test/topics"]
  holds("node_modules/vitest/vitest.mjs", "run", "--project", "pure", "--project", "server", ...tests)
  const touched = tracked().filter((file) => readFileSync(file, "utf8") !== readFileSync(join(folder, file), "utf8"))
  // The schema is written by a command.
  expect(touched.sort()).toEqual(["docs/glossary.md", "modules.ts", "platform/schema.ts"])
}, 900_000)
