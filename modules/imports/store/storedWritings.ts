import { foreignIdKey, foreignIdWritings, idInOneCase } from "#core/foreignId"
import { sql } from "#platform/database"
import type { ImportTable } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"

/** Ids that are not stored as they are and stand in other capitals, with how: asked of things only, because facts come by the million. */
export const storedCapitals = async (
  { db, actor }: WorkspaceTx,
  table: ImportTable,
  by: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const cased = table.hasSource ? [] : keys.filter((key) => idInOneCase(key) !== undefined)
  if (cased.length === 0) return new Map()
  const writings = cased.flatMap((key) => [key, key.toLowerCase(), key.toUpperCase()])
  const { rows } = await sql<{ id: string }>`select t.${sql.raw(by)} as id from ${sql.raw(table.name)} t
    where t.workspace_id = ${actor.workspaceId} and t.${sql.raw(by)} = any(${writings}::text[])
      ${sql.raw(table.undo === "retract" ? "and t.retracted_at is null" : "")}`.execute(db)
  const stored = new Set(rows.map(({ id }) => id))
  const otherwise = cased.filter((key) => !stored.has(key))
  return new Map(
    otherwise.flatMap((key) => {
      const id = [key.toLowerCase(), key.toUpperCase()].find((writing) => stored.has(writing))
      return id === undefined ? [] : [[key, id] as const]
    }),
  )
}

/**
 * Of ids that can be written in several ways those that are stored in another one than their key, by that key. Ids of other systems than
 * Salesforce have one writing, and cost no statement.
 */
export const storedWritings = async (
  { db, actor }: WorkspaceTx,
  table: ImportTable,
  by: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const others = keys.flatMap((key) => foreignIdWritings(key).filter((writing) => writing !== key))
  if (others.length === 0) return new Map()
  const { rows } = await sql<{ id: string }>`select t.${sql.raw(by)} as id from ${sql.raw(table.name)} t
    where t.workspace_id = ${actor.workspaceId} and t.${sql.raw(by)} = any(${others}::text[])
      ${sql.raw(table.undo === "retract" ? "and t.retracted_at is null" : "")}
      ${sql.raw(table.hasSource ? "and t.source = 'import'" : "")}
    order by t.id desc`.execute(db)
  return new Map(rows.map(({ id }) => [foreignIdKey(id), id]))
}
