const created = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)/gi
const isOutside = /^-- outside a transaction\b/
/** What takes away what the version before may still use: a release later, and it says which one stopped using it. */
const contracts = /^-- contract:/m

type Rule = readonly [what: RegExp, fault: string]

/** Of any table. */
const always: readonly Rule[] = [
  [
    /\balter\s+column\s+\w+\s+(?:set\s+data\s+)?type\b/i,
    "writes a table anew to change a type: add a column, fill it, use it, drop the old one",
  ],
  [
    /\badd\s+column\s+(?:if\s+not\s+exists\s+)?\w+\s[^,;]*\bnot\s+null\b(?![^,;]*\bdefault\b)[^,;]*/i,
    "adds a column that the version before does not fill: give it a default",
  ],
  [
    /\bset\s+not\s+null\b/i,
    "reads a whole table under the strongest lock: add a check (... is not null) not valid, validate it in the next file",
  ],
  [/\block\s+table\b|\bvacuum\s+full\b|\bcluster\s+\w+/i, "keeps everybody out of a table"],
]

/** Of a table that was there before this file. */
const ofOld: readonly Rule[] = [
  [
    /\badd\s+(?:constraint\s+\w+\s+)?(?:foreign\s+key|check)\b(?![^;]*\bnot\s+valid\b)/i,
    "checks a whole table under a strong lock: not valid, and validate it in the next file",
  ],
  [
    /\badd\s+(?:constraint\s+\w+\s+)?(?:unique|primary\s+key)\b(?![^;]*\busing\s+index\b)/i,
    "builds an index under the strongest lock: create it concurrently, then add it using index",
  ],
]

const contracting = /\bdrop\s+(?:table|column|function|default|constraint|not\s+null)\b|\brename\b/i

/** What in a migration would stop a server of the version before, or keep its requests waiting. */
export const liveFaults = (file: string, sql: string): string[] => {
  const text = sql.replace(/^\s*--.*$/gm, " ")
  const own = new Set([...text.matchAll(created)].map(([, table = ""]) => table.toLowerCase()))
  const statements = text.split(";")
  const about = (statement: string) => /\balter\s+table\s+(?:only\s+)?(\w+)/i.exec(statement)?.[1]?.toLowerCase() ?? ""
  const faults = statements.flatMap((statement) => [
    ...always.flatMap(([what, fault]) => (what.test(statement) && !own.has(about(statement)) ? [fault] : [])),
    ...ofOld.flatMap(([what, fault]) =>
      what.test(statement) && about(statement) !== "" && !own.has(about(statement)) ? [fault] : [],
    ),
    ...(isSlowIndex(statement, own)
      ? ["builds an index of a table that is written meanwhile: outside a transaction, concurrently"]
      : []),
    ...(contracting.test(statement) && !contracts.test(sql)
      ? ["takes away what the version before may use: a release later, with -- contract: and since when nobody uses it"]
      : []),
    ...(/\bconcurrently\b/i.test(statement) && !isOutside.test(sql)
      ? ["is concurrent inside a transaction: begin the file with -- outside a transaction"]
      : []),
  ])
  return [...new Set(faults)].map((fault) => `${file} ${fault}`)
}

const isSlowIndex = (statement: string, own: ReadonlySet<string>): boolean => {
  const [, concurrently, table = ""] =
    /\bcreate\s+(?:unique\s+)?index\s+(concurrently\s+)?[^;]*?\bon\s+(\w+)/i.exec(statement) ?? []
  return table !== "" && concurrently === undefined && !own.has(table.toLowerCase())
}
