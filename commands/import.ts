import { readFileSync } from "node:fs"
import { type Command, InvalidArgumentError, Option } from "commander"
import { z } from "zod"
import { openKeelson } from "#composition"
import { isRefusal } from "#core/refusal"
import { modules } from "#modules-list"
import type { Config } from "#platform/config"
import { contributedBy } from "#platform/module"
import type { Platform } from "#platform/platform"
import { whyUnreadable } from "#platform/why-unreadable"
import { readCurrency } from "#rules/imports"
import { partnershipTypes } from "#rules/partnerships"
import { CannotImport, type ImportRequest, importFile, refuseUnreadable, undoImport } from "./import/run.ts"
import { configOrExit, openMadeDatabase } from "./openDatabase.ts"
import { sayStartFault } from "./sayStartFault.ts"

type Options = Readonly<{
  kind?: string
  workspace?: string
  dryRun?: boolean
  mapping?: string
  dateOrder?: "dmy" | "mdy" | "ymd"
  decimals?: "point" | "comma"
  currency?: string
  sheet?: string
  encoding?: string
  createPartners?: boolean
  answer?: Readonly<Record<string, string>>
  partnershipType?: string
  errors?: string
  undo?: string
}>

const kinds = contributedBy(modules).importable.flatMap(({ kinds = [] }) => kinds.map(({ kind }) => kind))

/** `keelson import`: a file into the running server's database, by the same rules as in the browser. */
export const register = (program: Command): void => {
  program
    .command("import [file]")
    .description(
      "import a CSV or XLSX file; ends with 0 when the file was read (rows with errors are counted), 2 when it was not",
    )
    .addOption(new Option("--kind <kind>", "what the file holds (default: guessed from its columns)").choices(kinds))
    .option("--workspace <slug>", "the workspace (default: the only one there is)")
    .option("--dry-run", "check every row and say what would be imported")
    .option("--mapping <file>", 'JSON: column name to field, {"Firma": "partner"}; null for a column that is not read')
    .addOption(new Option("--date-order <order>", "for dates such as 03/04/2026").choices(["dmy", "mdy", "ymd"]))
    .addOption(new Option("--decimals <mark>", "for numbers such as 1.234").choices(["point", "comma"]))
    .option("--currency <code>", "for amounts that name no currency", currencyNamed)
    .option("--sheet <name>", "the sheet of a workbook (default: the likeliest; the others are named)")
    .option("--encoding <name>", "how a text file writes its letters, such as windows-1251 (default: found out)")
    .option("--create-partners", "make partners that are not known")
    .addOption(
      new Option("--partnership-type <type>", "the type of partners made")
        .choices(partnershipTypes)
        .default("reseller"),
    )
    .option("--answer <key=choice...>", "what is meant where the check asks, by the key it prints", answered, {})
    .option("--errors <file>", "write the rows that were not taken to this CSV file")
    .option("--undo <id>", "take back everything an earlier import brought")
    .action(async (file: string | undefined, options: Options) => {
      process.exitCode = await run(file, options)
    })
}

const run = async (file: string | undefined, options: Options): Promise<number> => {
  if ((file === undefined) === (options.undo === undefined)) {
    process.stderr.write("Name a file to import, or an import to take back with --undo.\n")
    return 2
  }
  const config = configOrExit()
  try {
    // What is wrong with the file is told first, and without a database.
    const request = file === undefined ? undefined : requestOf(file, options)
    if (request) await refuseUnreadable(request.file)
    await withPlatform(config, (platform) =>
      request ? importFile(platform, request) : undoImport(platform, options.workspace, options.undo ?? ""),
    )
    return 0
  } catch (fault) {
    if (fault instanceof CannotImport) process.stderr.write(`${fault.message}\n`)
    else sayStartFault(fault, config)
    return 2
  }
}

const withPlatform = async (config: Config, work: (platform: Platform) => Promise<void>): Promise<void> => {
  const database = await openMadeDatabase(config)
  try {
    const keelson = openKeelson({ config, ownerUrl: database.ownerUrl })
    await work(keelson.platform).finally(() => keelson.close())
  } finally {
    await database.stop()
  }
}

const requestOf = (file: string, options: Options): ImportRequest => ({
  file,
  workspace: options.workspace,
  isDry: options.dryRun === true,
  mapping: options.mapping === undefined ? undefined : readMapping(options.mapping),
  errors: options.errors,
  options: {
    ...(options.kind && { kind: options.kind }),
    ...(options.dateOrder && { dateOrder: options.dateOrder }),
    ...(options.decimals && { decimals: options.decimals }),
    ...(options.currency && { currency: options.currency }),
    ...(options.sheet && { sheet: options.sheet }),
    ...(options.encoding && { encoding: options.encoding }),
    ...(options.answer && { answers: options.answer }),
    ...(options.createPartners && { unknownPartners: "create" as const }),
    ...(options.partnershipType && { partnershipType: options.partnershipType }),
  },
})

/** Three letters of ISO 4217, in whatever capitals. */
const currencyNamed = (text: string): string => {
  const code = readCurrency(text.trim())
  if (isRefusal(code)) throw new InvalidArgumentError("Write the three letters of a currency, such as EUR.")
  return code as string
}

/** "--answer cell-left-out:phone=refuse": the choice is behind the last equals sign. */
const answered = (text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const at = text.lastIndexOf("=")
  if (at <= 0) throw new InvalidArgumentError("Write it as key=choice, with the key as --dry-run prints it.")
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) }
}

const mappingShape = z.record(z.string(), z.string().nullable())

const readMapping = (file: string): Readonly<Record<string, string | null>> => {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""))
  } catch (fault) {
    throw new CannotImport(`--mapping ${file} cannot be read: ${whyUnreadable(fault)}`)
  }
  const mapping = mappingShape.safeParse(content)
  if (mapping.success) return mapping.data
  throw new CannotImport(`--mapping ${file} cannot be read: expected {"column": "field"}, with null for one not read.`)
}
