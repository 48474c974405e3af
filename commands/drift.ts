import { writeFile } from "node:fs/promises"
import type { Command } from "commander"
import { isPlainDate, weekFromNumber } from "#core/time"
import { toExchange } from "#rules/drift"
import { assessAll } from "./drift/assess.ts"
import { page } from "./drift/page.ts"
import { readPortfolio } from "./drift/read.ts"
import { report } from "./drift/report.ts"
import { Unreadable } from "./drift/table.ts"

type Options = Readonly<{ signals: string; events?: string; asOf?: string; format: string; html?: string }>

/** `keelson drift`: which partnerships drift, since when, why and who first, from files. No server, no database. */
export const register = (program: Command): void => {
  program
    .command("drift")
    .description("say which partnerships are drifting, since when, why, and who let go first")
    .requiredOption("--signals <file>", "CSV: partnership,type,signal,side,week,value,expected,n (week = its Monday)")
    .option("--events <file>", "CSV: partnership,occurred_on,kind,side,note")
    .option("--as-of <date>", "answer as known on this day, from weeks that were over (default: all weeks of the file)")
    .option("--format <format>", "text or json", "text")
    .option("--html <file>", "also write a page with a picture of every signal")
    .action(async (options: Options) => {
      try {
        await run(options)
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        process.stderr.write(`${error.message}\n`)
        process.exitCode = 2
      }
    })
}

const run = async (options: Options): Promise<void> => {
  if (options.asOf !== undefined && !isPlainDate(options.asOf)) {
    throw new Unreadable(`--as-of is "${options.asOf}", expected a date like 2026-03-31.`)
  }
  if (options.format !== "text" && options.format !== "json") {
    throw new Unreadable(`--format is "${options.format}", expected text or json.`)
  }
  let unused = 0
  const bad = (file: string) => (line: number, reason: string) => {
    unused++
    process.stderr.write(`${file}, line ${line}: ${reason}; row not used\n`)
  }
  const { subjects, lastWeek, inferred } = await readPortfolio(options.signals, options.events, bad)
  for (const [key, kind] of inferred) process.stderr.write(`signal "${key}" is not in the catalogue; read as ${kind}\n`)
  const asOf = options.asOf ?? (subjects.length > 0 ? weekFromNumber(lastWeek + 1) : "1970-01-01")
  const findings = await assessAll(subjects, asOf, everyTwoSeconds(subjects.length))
  if (unused > 0) process.stderr.write(`${unused} ${unused === 1 ? "row was" : "rows were"} not used\n`)
  if (options.html !== undefined) await writePage(options.html, await page(findings, subjects, asOf))
  const text =
    options.format === "json" ? JSON.stringify(findings.map(toExchange), null, 2) : report(findings, subjects, asOf)
  process.stdout.write(`${text}\n`)
}

/** Progress, for who waits longer than that. */
const everyTwoSeconds = (total: number) => {
  let told = performance.now()
  return (done: number): void => {
    if (performance.now() - told < 2000) return
    told = performance.now()
    process.stderr.write(`${done} of ${total} partnerships read\n`)
  }
}

const writePage = (path: string, html: string): Promise<void> =>
  writeFile(path, html).catch((error: Error) => {
    throw new Unreadable(`${path} cannot be written: ${error.message}.`)
  })
