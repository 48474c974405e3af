import { spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import type { Mutant } from "#test/mutants"

type Report = Readonly<{ testResults: readonly Readonly<{ name: string; status: string }>[] }>

/** Runs the test of each one's policy over it; answers those that no test went red for. */
export const survivorsOf = async (mutants: readonly Mutant[]): Promise<readonly Mutant[]> => {
  mkdirSync("artefacts", { recursive: true })
  const folder = mkdtempSync("artefacts/mutants-")
  try {
    for (const [at, mutant] of mutants.entries()) plant(join(folder, String(at)), mutant)
    const report = join(folder, "report.json")
    const output = await runVitest(folder, report)
    const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report
    if (testResults.length !== mutants.length)
      throw new Error(`${testResults.length} of ${mutants.length} were tried\n${output}`)
    const green = new Set(testResults.flatMap(({ name, status }) => (status === "passed" ? [name] : [])))
    return mutants.filter((_, at) => green.has(join(process.cwd(), folder, String(at), "as-planted.test.ts")))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What was made wrong, beside a copy of its test; what either names of its own module stays where it is. */
const plant = (folder: string, { module, source, file = "policy.ts", test = "policy.test.ts" }: Mutant): void => {
  mkdirSync(folder)
  const atHome = (text: string, from: string) =>
    text.replaceAll(/"(\.\/[\w/-]+\.ts)"/g, (_, path: string) => {
      const named = join("modules", module, dirname(from), path)
      return named === join("modules", module, file) ? '"./made-wrong.ts"' : JSON.stringify(resolve(named))
    })
  writeFileSync(join(folder, "made-wrong.ts"), atHome(source, file))
  writeFileSync(join(folder, "as-planted.test.ts"), atHome(readFileSync(`modules/${module}/${test}`, "utf8"), test))
}

const runVitest = (folder: string, report: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", "test/mutants/vitest.config.ts", folder]
    const child = spawn(process.execPath, [...vitest, "--reporter=json", `--outputFile=${report}`], {
      // A Vitest within Vitest takes the outer one's settings for its own.
      env: { ...process.env, VITEST: undefined, VITEST_POOL_ID: undefined, VITEST_WORKER_ID: undefined },
    })
    let output = ""
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString()
      })
    child.on("error", reject)
    child.on("close", () => resolve(output))
  })
