import { execFileSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import pg from "pg"

/** Rewrites platform/schema.ts from a migrated database: `node platform/generate-schema.ts postgres://… [file]`. */
const outFile = process.argv[3] ?? "platform/schema.ts"
const typeMapping = { timestamptz: "string", int8: "number", uuid: "string", jsonb: "JsonColumn" }
execFileSync(
  "node_modules/.bin/kysely-codegen",
  [
    ...[
      "--dialect",
      "postgres",
      "--url",
      process.argv[2] ?? "",
      "--camel-case",
      "--numeric-parser",
      "number",
      "--date-parser",
      "string",
    ],
    ...[
      "--include-pattern",
      "public.*",
      "--exclude-pattern",
      "*.schema_migration",
      "--type-mapping",
      JSON.stringify(typeMapping),
    ],
    ...["--out-file", outFile],
  ],
  { stdio: "inherit" },
)
/** Columns that follow from others in the same row: whoever would write one by hand is told by the compiler. */
const client = new pg.Client({ connectionString: process.argv[2] })
await client.connect()
const { rows } = await client.query<{
  table: string
  column: string
}>(`select table_name as table, column_name as column
  from information_schema.columns where table_schema = 'public' and is_generated = 'ALWAYS'`)
await client.end()

const camelCase = (name: string): string => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const derived = new Set(rows.map(({ table, column }) => `${camelCase(`_${table}`)}.${camelCase(column)}`))
// What columns say of people stands in the modules; here it would only be in the way.
const typed = readFileSync(outFile, "utf8")
  .replaceAll(/^ *\/\*\*\n *\* personal: .*\n *\*\/\n/gm, "")
  .replaceAll(/export interface (\w+) \{\n([^}]*)\}/g, (whole, table: string, columns: string) =>
    whole.replace(
      columns,
      columns.replaceAll(/^ {2}(\w+): (?:Generated<)?([\w| ]+?)>?;$/gm, (line, column: string, type: string) =>
        derived.has(`${table}.${column}`) ? `  ${column}: GeneratedAlways<${type}>;` : line,
      ),
    ),
  )
const imports = 'import type { GeneratedAlways } from "kysely"\nimport type { JsonColumn } from "./json-column.ts"\n'
writeFileSync(outFile, `${imports}${typed}`)
