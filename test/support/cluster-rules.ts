import { usesInSql } from "./table-uses.ts"

/** What of the database a source text may come across. */
export type Cluster = Readonly<{
  /** Tables that lie in pieces on many machines. */
  tenantTables: ReadonlySet<string>
  /** Functions of the database that ask them. */
  functions: ReadonlySet<string>
}>

/** Comments may speak of anything. */
const withoutComments = (source: string): string =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, " ")
    .replace(/^\s*\/\/.*$/gm, " ")
    .replace(/^\s*--.*$/gm, " ")

/** Each piece of SQL of a source text: a template after `sql`, with `?` where something is put in, itself a piece if it is one. */
export const piecesOf = (source: string): string[] => {
  const pieces: string[] = []
  const tag = /\bsql(?:<[^`]*?>)?`/g
  for (let found = tag.exec(source); found; found = tag.exec(source)) {
    const [piece] = templateFrom(source, tag.lastIndex)
    pieces.push(piece)
  }
  return pieces
}

/** A template's text from behind its opening mark, and where it ends. */
const templateFrom = (source: string, from: number): [string, number] => {
  let text = ""
  for (let at = from; at < source.length; at++) {
    if (source[at] === "`") return [text, at + 1]
    if (source[at] === "\\") text += source[at++]
    else if (source.startsWith("${", at)) {
      at = holeFrom(source, at + 2) - 1
      text += " ? "
    } else text += source[at]
  }
  return [text, source.length]
}

const holeFrom = (source: string, from: number): number => {
  let depth = 1
  for (let at = from; at < source.length; at++) {
    if (source[at] === "{") depth++
    else if (source[at] === "}" && --depth === 0) return at + 1
    else if (source[at] === "`") at = templateFrom(source, at + 1)[1] - 1
  }
  return source.length
}

const lockWords = /\bfor\s+(?:no\s+key\s+)?(?:update|share)\b/i
const volatile = /\b(?:gen_random_uuid|random|uuidv7|clock_timestamp|nextval)\(/i
/** Of a moment: what it comes to depends on the session's settings, so that Citus takes it for no change. */
const dependsOnSession = /_at\s*\)?::(?:date|text)\b|\b(?:to_char|date_trunc|age)\(/i

/** `around`: all pieces of the same source. */
type Rule = (piece: string, cluster: Cluster, around: readonly string[]) => string | false | undefined

/** Each says what a piece of SQL does that a cluster refuses. */
const rules: readonly Rule[] = [
  (piece, { tenantTables }) => {
    const [, table = ""] =
      /\binsert\s+into\s+(?:public\.)?(\w+)\b\s*(?:as\s+\w+\s*)?(?:\([^)]*\))?\s*(?:overriding\s+\w+\s+value\s*)?(?!\s|values\b|default\s+values\b|\(|as\b)/i.exec(
        piece,
      ) ?? []
    return tenantTables.has(table) && `inserts into ${table} what it selects; Citus makes that a COPY: use writeRows`
  },
  (piece, { tenantTables }) => {
    const [, table = ""] = /\bcopy\s+(?:public\.)?(\w+)[^;]*?\bfrom\b/i.exec(piece) ?? []
    return tenantTables.has(table) && `copies into ${table}, which row-level security refuses: use writeRows`
  },
  (piece) =>
    /\binsert\s+into\b[^;]*?\bvalues\b[^;]*?\(\s*select\b/i.test(piece) &&
    "asks something inside the values of an insert",
  (piece) => /^\s*with\b[^;]*?\)\s*insert\s+into\b/i.test(piece) && "puts a WITH before an insert",
  (piece) => {
    const [, column = ""] = /\bon\s+conflict\s*\(\s*(\w+)/i.exec(piece) ?? []
    return column !== "" && column !== "workspace_id" && `has on conflict begin with ${column} instead of workspace_id`
  },
  (piece) =>
    /\bon\s+conflict\s+on\s+constraint\b/i.test(piece) && "names a constraint in on conflict: name its columns",
  (piece) =>
    /\bset_config\(/i.test(piece) && "calls set_config, which does not reach the workers: set local in literals",
  (piece) => /\bcreate\s+(?:local\s+|global\s+)?temp/i.test(piece) && "makes a temporary table, which no worker sees",
  (piece) => /\bset\s+workspace_id\b/i.test(piece) && "moves a row to another workspace",
  (piece) => lockWords.test(piece) && !/workspace_?id/i.test(piece) && "locks rows and does not name the workspace",
  (piece, { tenantTables }) =>
    /\bpg_(?:try_)?advisory_/i.test(piece) &&
    usesInSql(piece).some(({ table }) => tenantTables.has(table)) &&
    "takes an advisory lock where it reads a table: a worker would take it",
  (piece, { functions, tenantTables }, around) => {
    const called = [...functions].find((name) => new RegExp(`\\b${name}\\(`).test(piece))
    if (called === undefined) return false
    const reads = (one: string) => usesInSql(one).some(({ table }) => tenantTables.has(table))
    const isWhole = /^\s*select\b/i.test(piece) && !reads(piece)
    const isOnlyCall = piece.trimStart().startsWith(`${called}(`) && !around.some(reads)
    return (
      !(isWhole || isOnlyCall) &&
      `calls ${called} inside a query: a worker has only pieces of the tables; call it first`
    )
  },
  (piece) =>
    /\b(?:update|insert\s+into|delete\s+from)\b/i.test(piece) &&
    /\b(?:update|conflict|delete\s+from)\b/i.test(piece) &&
    volatile.test(piece) &&
    "changes rows by a volatile function",
  (piece) =>
    /\bupdate\s+\w+(?:\s+\w+)?\s+set\b|\bdelete\s+from\b/i.test(piece) &&
    dependsOnSession.test(piece) &&
    "changes rows by what depends on the session's time zone",
  (piece, { tenantTables }) =>
    usesInSql(piece).some(({ table }) => tenantTables.has(table)) &&
    /\b(?:graphile_worker|identity)\./i.test(piece) &&
    "joins what lies on one machine with what lies on many",
  (piece, { tenantTables }) => {
    const read = usesInSql(piece).filter(({ table }) => tenantTables.has(table)).length
    const named = [...piece.matchAll(/\bworkspace_id\b/g)].length
    return read > named && `uses ${read} tables and names the workspace ${named} times`
  },
]

/** What Kysely's words say that a cluster refuses. */
const builderRules: readonly ((source: string) => string | false)[] = [
  (source) => /\.insertInto\([^;]*?\.expression\(/.test(source) && "inserts what it selects: use writeRows",
  (source) => {
    const firsts = [...source.matchAll(/\.columns?\(\s*\[?\s*"(\w+)"/g)].map(([, column]) => column)
    const wrong = firsts.find((column) => column !== "workspaceId")
    return wrong !== undefined && `has on conflict begin with ${wrong} instead of workspaceId`
  },
  (source) =>
    /\.(?:onConflict\([^;]*?\.)?constraint\("/.test(source) && "names a constraint in on conflict: name its columns",
]

/** What a TypeScript source says in SQL that would not run on a cluster. */
export const faultsIn = (cluster: Cluster, source: string): string[] => {
  const text = withoutComments(source)
  const pieces = piecesOf(text)
  return [
    ...pieces.flatMap((piece) => faultsOfSql(cluster, piece, pieces)),
    ...builderRules.flatMap((rule) => rule(text) || []),
  ]
}

/** The same of one statement, or of a function's body. */
export const faultsOfSql = (cluster: Cluster, piece: string, around: readonly string[] = [piece]): string[] =>
  rules.flatMap((rule) => rule(withoutComments(piece), cluster, around) || [])

/** The workspace itself, or a query of `tableOf`, which begins with it. */
const names = /workspace_?id|\.rows\(/i
const builderUse =
  /\b(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|updateTable|deleteFrom)\(\s*"(\w+)(?: as \w+)?"/g
const declaration = /^(?:export )?(?:const|async function|function) (\w+)/gm
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Declarations that use more tables in Kysely's words than they name the workspace, which each table is to be found by; and those that
 * lock rows where neither they nor what they call name it. Sources are read together, as one may begin another's query.
 */
export const unnamedIn = ({ tenantTables }: Cluster, sources: Readonly<Record<string, string>>): string[] => {
  const declared = Object.entries(sources).flatMap(([file, source]) => {
    const text = withoutComments(source)
    const starts = [...text.matchAll(declaration)]
    return starts.map(({ index, 1: name = "" }, at) => ({ file, name, text: text.slice(index, starts[at + 1]?.index) }))
  })
  const calls = ({ name, text }: { name: string; text: string }, wanted: ReadonlySet<string>) =>
    [...text.matchAll(/\b(\w+)\(/g)].some(([, callee = ""]) => callee !== name && wanted.has(callee))
  const naming = new Set(declared.flatMap(({ name, text }) => (names.test(text) ? [name] : [])))
  // A query that begins with another of the same source begins with what that one names.
  for (const file of Object.keys(sources))
    for (const each of declared.filter((one) => one.file === file)) if (calls(each, naming)) naming.add(each.name)
  return declared.flatMap(({ file, name, text }) => {
    const used = [...text.matchAll(builderUse)].filter(([, table = ""]) => tenantTables.has(snake(table))).length
    const named = [...text.matchAll(/workspace_?id\b(?!:)/gi)].length
    const locks = /\.for(?:NoKey)?(?:Update|Share)\(/i.test(text) && !names.test(text) && !calls({ name, text }, naming)
    return [
      ...(used > named ? [`${file} ${name} uses ${used} tables and names the workspace ${named} times`] : []),
      ...(locks ? [`${file} ${name} locks rows and does not name the workspace`] : []),
    ]
  })
}
