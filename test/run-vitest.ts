import { spawn } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import type { Count } from "./step.ts"

const reportFile = "artefacts/vitest.json"

type Report = Readonly<{
  testResults: readonly Readonly<{
    name: string
    status: string
    assertionResults: readonly Readonly<{ fullName: string; status: string }>[]
  }>[]
}>

/** Runs Vitest and counts from its own report. A file that does not load and a test that skips itself count as failures. */
export const runVitest = async (args: readonly string[]): Promise<Count> => {
  rmSync(reportFile, { force: true })
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`]
  const code = await exitOf(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args])
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 }
  const { testResults } = JSON.parse(readFileSync(reportFile, "utf8")) as Report
  const tests = testResults.flatMap((file) => file.assertionResults)
  const skipped = isSelection(args) ? [] : tests.filter(({ status }) => isSkipped(status))
  for (const { fullName } of skipped) console.log(`skipped, which counts as failed: ${fullName}`)

  const passed = tests.filter(({ status }) => status === "passed").length
  const failedTests = tests.filter(({ status }) => status === "failed").length
  const unloaded = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  ).length
  // Vitest may also fail for what no test shows, such as an error after the last one.
  const failed = Math.max(failedTests + unloaded + skipped.length, code === 0 ? 0 : 1)
  return { passed, failed }
}

/** Who asks for tests by name skips the others. */
const isSelection = (args: readonly string[]): boolean =>
  args.some((arg) => arg.startsWith("-t") || arg.startsWith("--testNamePattern"))

const isSkipped = (status: string): boolean => ["skipped", "pending", "todo", "disabled"].includes(status)

const exitOf = (args: readonly string[]): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] })
    child.on("close", (code) => resolve(code ?? 1))
  })
