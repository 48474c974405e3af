import { spawnSync } from "node:child_process"
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"

const configuration = ["biome.json", "package.json", "tsconfig.json", "tsconfig.pure.json", "tsconfig.web.json"]

type PlantedTree = Readonly<{
  /** Names of Biome's rules that fired, by file. */
  lint: () => ReadonlyMap<string, readonly string[]>
  typecheck: (project: string) => string
  /** Everything Node wrote while running that file. */
  runNode: (file: string) => string
  remove: () => void
}>

/** A project of nothing but these files under the real configuration. */
export const plantTree = (files: readonly Readonly<{ file: string; source: string }>[]): PlantedTree => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "keelson-planted-")))
  for (const name of configuration) copyFileSync(name, join(folder, name))
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"))
  for (const { file, source } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${source}\n`)
  }
  const run = (...args: string[]): string => {
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" })
    return stdout + stderr
  }
  return {
    lint: () => findings(folder, run("node_modules/@biomejs/biome/bin/biome", ...lintArguments)),
    typecheck: (project) => run("node_modules/typescript/bin/tsc", "--pretty", "false", "-p", project),
    runNode: (file) => run(file),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const lintArguments = ["lint", "--reporter=github", "--max-diagnostics=1000", "--diagnostic-level=error", "."]

/** One line of Biome's report: `::error title=lint/style/rule,file=/path,line=1,...`. */
const findings = (folder: string, report: string): ReadonlyMap<string, readonly string[]> => {
  const byFile = new Map<string, string[]>()
  for (const [, rule = "", path = ""] of report.matchAll(/^::error title=([^,]+),file=([^,]+),/gm)) {
    const file = relative(folder, path)
    byFile.set(file, [...(byFile.get(file) ?? []), rule])
  }
  return byFile
}
