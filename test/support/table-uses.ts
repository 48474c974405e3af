/** One use of a table: reading its rows, writing there, or naming it as what one's own rows refer to. */
export type TableUse = Readonly<{ table: string; how: "reads" | "writes" | "names" }>

/** Functions of the database, and what each reads and writes. */
export type Functions = ReadonlyMap<string, readonly TableUse[]>

const builder =
  /\b(selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|crossJoin|using|from|insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\(\s*"(\w+)(?: as \w+)?"/g
const declared = /\btableOf\b(?:<[^(]*>)?\(\)\(\s*"(\w+)"/g
const statement = /\b(delete\s+from|from|join|insert\s+into|update|using)\s+(?:only\s+)?(?:public\.)?([a-z_]+)\b/gi
/** `from a, b as c, d`: what follows the first. */
const list = /\bfrom\s+(?:\w+(?:\s+(?:as\s+)?\w+)?\s*,\s*)+\w+/gi
const named = /\bsql\.table\(([^)]*)\)/g
const importWrites = /\bimportTable\(\{\s*name: "(\w+)"/g
const importHolds = /\{\s*table: "(\w+)", from: "(\w+)"/g

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const use = (word: string, table: string): TableUse => ({
  table,
  how: /^(insert|replace|update|delete|merge)/i.test(word) ? "writes" : "reads",
})

/** The tables that SQL reads and writes. */
export const usesInSql = (text: string): TableUse[] => [
  ...[...text.matchAll(statement)].map(([, word = "", table = ""]) => use(word, table)),
  ...[...text.matchAll(list)].flatMap(([all]) =>
    all
      .split(",")
      .slice(1)
      .map((each) => use("from", each.trim().split(/\s/)[0] ?? "")),
  ),
]

/** Comments may speak of any table. */
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, " ").replace(/^\s*\/\/.*$/gm, " ")

/** The tables that a source text uses: in Kysely's words, in SQL of its own, through a function, or as imports write them. */
export const usesIn = (source: string, functions: Functions): TableUse[] => {
  const text = withoutComments(source)
  const holds = [...text.matchAll(importHolds)]
  return [
    ...usesInSql(text),
    ...[...text.matchAll(builder)].map(([, word = "", table = ""]) => use(word, snake(table))),
    ...[...text.matchAll(declared)].map(([, table = ""]) => use("insert", snake(table))),
    ...[...text.matchAll(named)].flatMap(([, which = ""]) =>
      [...which.matchAll(/"(\w+)"/g)].map(([, table = ""]) => use("from", snake(table))),
    ),
    ...[...text.matchAll(importWrites)].map(([, table = ""]) => use("insert", table)),
    ...holds.map(([, table = ""]): TableUse => ({ table, how: "names" })),
    ...holds.map(([, , table = ""]) => use("from", table)),
    ...[...functions].flatMap(([name, uses]) => (new RegExp(`\\b${name}\\(`).test(text) ? uses : [])),
  ]
}
