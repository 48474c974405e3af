import { installBrowser } from "./install-browser.ts"
import { runVitest } from "./run-vitest.ts"
import { type Count, step, sum } from "./step.ts"

/** `npm run check` is what an editor needs to know; `npm test` is everything. */
const [command, ...args] = process.argv.slice(2)
const isWhole = command === "test"

const checks = async (): Promise<Count[]> => [
  await step("format and lint", "@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", "--colors=off", "."]),
  await step("types", "typescript/bin/tsc", ["-p", "tsconfig.json"]),
  await step("types of the pure files", "typescript/bin/tsc", ["-p", "tsconfig.pure.json"]),
  await step("types of the web", "typescript/bin/tsc", ["-p", "tsconfig.web.json"]),
  await step("dead code", "knip/bin/knip.js", ["--no-progress"]),
]

const browser = (): Count => {
  const missing = installBrowser()
  if (missing) console.log(missing)
  return missing ? { passed: 0, failed: 1 } : { passed: 0, failed: 0 }
}

const counts = [...(await checks())]
if (isWhole) counts.push(await step("web build", "../bootstrap.mjs", ["build"]), browser())
counts.push(await runVitest([...(isWhole ? [] : ["--project", "pure"]), ...args]))

const { passed, failed } = sum(counts)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
