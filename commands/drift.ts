import { writeFile } from "node:fs/promises"
import { type Command, InvalidArgumentError, Option } from "commander"
import { addDays, isPlainDate, weekFromNumber } from "#core/time"
import { machineClock } from "#platform/clock"
import { toExchange } from "#rules/drift"
import { assessAll } from "./drift/assess.ts"
import { eventFile, signalFile } from "./drift/files.ts"
import { page } from "./drift/page.ts"
import { readPortfolio } from "./drift/read.ts"
import { report } from "./drift/report.ts"
import { type Spoken, Unreadable } from "./drift/rows.ts"

type Options = Readonly<{
  signals: string
  events?: string
  asOf?: string
  format: string
  html?: string
  column: Readonly<Record<string, string>>
  dateOrder?: "dmy" | "mdy" | "ymd"
  decimals?: "point" | "comma"
  encoding?: string
  sheet?: string
}>

/** `keelson drift`: which partnerships drift, since when, why and who first, from files. No server, no database. */
export const register = (program: Command): void => {
  program
    .command("drift")
    .description("say which partnerships are drifting, since when, why, and who let go first")
    .requiredOption(
      "--signals <file>",
      "CSV or XLSX: partnership,type,signal,side,week,value,expected,n (week = any of its days)",
    )
    .option("--events <file>", "CSV or XLSX: partnership,occurred_on,kind,side,note")
    .option("--as-of <date>", "answer as known on this day, from weeks that were over (default: all weeks of the file)")
    .option("--format <format>", "text or json", "text")
    .option("--html <file>", "also write a page with a picture of every signal")
    .option("--column <field=name>", "which column holds a field, week=date (repeatable)", columnNamed, {})
    .addOption(new Option("--date-order <order>", "for days such as 03/04/2026").choices(["dmy", "mdy", "ymd"]))
    .addOption(new Option("--decimals <mark>", "for numbers such as 1.234").choices(["point", "comma"]))
    .option("--encoding <name>", "of a CSV file (default: found out)")
    .option("--sheet <name>", "of a workbook (default: the one most likely meant)")
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
  const rows = unusedRows()
  const { subjects, lastWeek, inferred } = await readPortfolio(options.signals, options.events, {
    columns: options.column,
    options: readingOf(options),
    tell: (path, sentence) => process.stderr.write(`${path}: ${sentence}\n`),
    today: machineClock.now().slice(0, 10),
    bad: rows.add,
  })
  rows.sayOthers()
  for (const [key, kind] of inferred) process.stderr.write(`signal "${key}" is not in the catalogue; read as ${kind}\n`)
  if (subjects.length === 0) throw new Unreadable(`${options.signals}: no row could be used; nothing can be said.`)
  const asOf = options.asOf ?? weekFromNumber(lastWeek + 1)
  const end = weekFromNumber(lastWeek + 1)
  if (asOf > addDays(end, 7))
    process.stderr.write(
      `${options.signals}: the file ends before ${end}; of the weeks from there to ${asOf} nothing is known\n`,
    )
  const findings = await assessAll(subjects, asOf, everyTwoSeconds(subjects.length))
  if (rows.count() > 0)
    process.stderr.write(`${rows.count()} ${rows.count() === 1 ? "row was" : "rows were"} not used\n`)
  if (options.html !== undefined) await writePage(options.html, await page(findings, subjects, asOf))
  const text =
    options.format === "json" ? JSON.stringify(findings.map(toExchange), null, 2) : report(findings, subjects, asOf)
  process.stdout.write(`${text}\n`)
}

/** Rows that are named one by one; of those that cannot be used for a like reason the others are counted. */
const namedRows = 5

const unusedRows = () => {
  let unused = 0
  const like = new Map<string, { path: string; reason: string; count: number }>()
  return {
    count: () => unused,
    add: (path: string, line: number | undefined, reason: string, rows = 1): void => {
      unused += rows
      const kind = `${path}: ${reason.replaceAll(/"[^"]*"|[\d.:-]+/g, "")}`
      const seen = like.get(kind) ?? { path, reason, count: 0 }
      like.set(kind, seen)
      if (++seen.count > namedRows) return
      const where = line === undefined ? path : `${path}, line ${line}`
      process.stderr.write(`${where}: ${reason}; ${rows === 1 ? "row" : `${rows} rows`} not used\n`)
    },
    sayOthers: (): void => {
      for (const { path, reason, count } of like.values())
        if (count > namedRows) process.stderr.write(`${path}: ${count - namedRows} more like "${reason}"\n`)
    },
  }
}

const readingOf = ({ dateOrder, decimals, encoding, sheet }: Options): Spoken["options"] => ({
  ...(dateOrder && { dateOrder }),
  ...(decimals && { decimals }),
  ...(encoding && { encoding }),
  ...(sheet && { sheet }),
})

const fields = [...new Set([signalFile, eventFile].flatMap((file) => file.fields.map(({ key }) => key)))]

/** "--column week=date": the field before the equals sign, the file's column behind it. */
const columnNamed = (text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const at = text.indexOf("=")
  if (at <= 0) throw new InvalidArgumentError("Write it as field=column, such as week=date.")
  if (!fields.includes(text.slice(0, at))) throw new InvalidArgumentError(`The fields are ${fields.join(", ")}.`)
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) }
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
