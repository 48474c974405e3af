import { execFileSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"

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
writeFileSync(outFile, `import type { JsonColumn } from "./json-column.ts"\n${readFileSync(outFile, "utf8")}`)
