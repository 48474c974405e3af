import { sql } from "./database.ts"
import type { Personal, Says } from "./personal.ts"
import { idsFor, type PersonIds, pointsTo } from "./personal-rows.ts"
import type { WorkspaceTx } from "./tx.ts"

/** One person as rows point to them, and as rows call them. */
export type PersonMeant = PersonIds & Readonly<{ addresses: readonly string[]; names: readonly string[] }>
type Columns = Readonly<Record<string, Says>>
type Kept = Readonly<Record<string, unknown>>

const plain = (text: unknown): string => String(text).trim().toLowerCase()

const means = (person: PersonMeant, says: Says, value: unknown): boolean => {
  if (value === null || value === undefined) return false
  if (says === "address") return person.addresses.includes(plain(value))
  const ids = idsFor(person, says) ?? []
  return Array.isArray(value) ? value.some((each) => ids.includes(String(each))) : ids.includes(String(value))
}

/**
 * What of a row is this person's: the columns that mean them, what is called by those, and what stands there in words. Whom else the row
 * points to or names stays out; so does every word of a row that does not point to them but only bears their name, for it is somebody
 * else's.
 */
export const ownPartOf = (person: PersonMeant, columns: Columns, row: Kept): Kept => {
  const isMeant = (column: string): boolean => {
    const says = columns[column]
    return says !== undefined && means(person, says, row[column])
  }
  const pointed = Object.keys(columns).some(isMeant)
  const isOwn = (column: string, says: Says): boolean => {
    if (says === "words") return pointed
    if (says === "name") return person.names.includes(plain(row[column] ?? ""))
    const [, of] = /^(?:name|detail) of (.*)$/.exec(says) ?? []
    return isMeant(of ?? column)
  }
  const when = Object.keys(row).filter((column) => column === "id" || /_(?:at|on)$/.test(column) || column === "kind")
  const own = Object.entries(columns).flatMap(([column, says]) => (isOwn(column, says) ? [column] : []))
  return Object.fromEntries(
    [...new Set([...when, ...own])].flatMap((column) =>
      row[column] === null || row[column] === undefined ? [] : [[column, row[column]]],
    ),
  )
}

/** SQL: the row points to the person, or bears their address or name in a column that holds nothing else. */
const concerns = (person: PersonMeant, columns: Columns) => {
  const bears = Object.entries(columns).flatMap(([column, says]) => {
    if (says !== "address" && says !== "name") return []
    const words = says === "address" ? person.addresses : person.names
    return words.length === 0 ? [] : [sql<boolean>`lower(btrim(t.${sql.id(column)})) = any(${words}::text[])`]
  })
  const points = pointsTo(person, columns)
  const all = points ? [points, ...bears] : bears
  return all.length === 0 ? undefined : sql<boolean>`(${sql.join(all, sql` or `)})`
}

export type PersonalTable = Readonly<{ module: string; table: string; found: number; rows: readonly Kept[] }>

/** The rows of each table that concern the person, as far as whoever asks may see them, and no more of one table than `most`; of each row what is `readable`. */
export const readPersonalRows = async (
  { db, actor }: WorkspaceTx,
  all: readonly Personal[],
  person: PersonMeant,
  { most, readable }: Readonly<{ most: number; readable: (table: string, row: Kept) => Kept }>,
): Promise<readonly PersonalTable[]> => {
  const read: PersonalTable[] = []
  for (const { module, tables } of all)
    for (const [table, columns] of Object.entries(tables)) {
      const condition = concerns(person, columns)
      if (!condition) continue
      // As text, for what stands in documents keeps its own keys; in the order of ids, which is the order in which rows were made.
      const { rows } = await sql<{ row: string; found: number }>`
        select o.row, (count(*) over ())::integer as found
        from (select row_to_json(t)::text as row from ${sql.table(table)} t where t.workspace_id = ${actor.workspaceId} and ${condition}) o
        order by o.row collate "C" limit ${most}`.execute(db)
      if (rows.length === 0) continue
      const own = rows.map(({ row }) => ownPartOf(person, columns, readable(table, JSON.parse(row) as Kept)))
      read.push({ module, table, found: rows[0]?.found ?? 0, rows: own })
    }
  return read
}
