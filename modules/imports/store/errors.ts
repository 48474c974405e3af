import type { Id } from "#core/ids"
import type { Answers } from "#core/importable/remark"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { RememberedMapping } from "../rules.ts"

/** One reason why one row was not taken. `cells` is the row as it stood, kept with its first reason only. */
export type StoredError = Readonly<{
  line: number
  position: number
  field: string | null
  header: string | null
  value: string | null
  reason: string
  params: Readonly<Record<string, unknown>>
  cells: readonly string[]
}>

/** Replaces what was wrong with a run's rows. */
export const replaceErrors = async (
  { db, actor }: WorkspaceTx,
  importId: Id,
  errors: readonly StoredError[],
): Promise<void> => {
  await db
    .deleteFrom("importError")
    .where("workspaceId", "=", actor.workspaceId)
    .where("importId", "=", importId)
    .execute()
  for (let at = 0; at < errors.length; at += 500) {
    const rows = errors.slice(at, at + 500).map((error) => ({
      ...error,
      params: JSON.stringify(error.params),
      cells: JSON.stringify(error.cells),
      workspaceId: actor.workspaceId,
      importId,
    }))
    await db.insertInto("importError").values(rows).execute()
  }
}

/** Reasons of the lines behind `afterLine`, in the order of the file, `limit` lines at a time. */
export const findErrors = async (
  { db, actor }: WorkspaceTx,
  importId: Id,
  afterLine: number,
  limit: number,
): Promise<StoredError[]> => {
  const rows = await db
    .selectFrom("importError")
    .select(["line", "position", "field", "header", "value", "reason", "params", "cells"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("importId", "=", importId)
    .where(
      "line",
      "in",
      db
        .selectFrom("importError")
        .select("line")
        .distinct()
        .where("workspaceId", "=", actor.workspaceId)
        .where("importId", "=", importId)
        .where("line", ">", afterLine)
        .orderBy("line")
        .limit(limit),
    )
    .orderBy("line")
    .orderBy("position")
    .execute()
  return rows as StoredError[]
}

/** What an import teaches for the next file with the same columns: the field of each, and what was chosen. */
type Remembered = Readonly<{ columns: RememberedMapping; answers: Answers }>

/** What is remembered for a set of headers, or nothing. */
export const findMapping = async (
  { db, actor }: WorkspaceTx,
  kind: string,
  headerKey: string,
): Promise<Remembered | undefined> => {
  const row = await db
    .selectFrom("importMapping")
    .select(["options as columns", "answers"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("kind", "=", kind)
    .where("headerKey", "=", headerKey)
    .executeTakeFirst()
  return row as Remembered | undefined
}

export const rememberMappingOf = async (
  { db, actor, now }: WorkspaceTx,
  kind: string,
  headerKey: string,
  { columns, answers }: Remembered,
): Promise<void> => {
  await sql`insert into import_mapping (workspace_id, kind, header_key, options, answers, updated_at)
    values (${actor.workspaceId}, ${kind}, ${headerKey}, ${JSON.stringify(columns)}::jsonb, ${JSON.stringify(answers)}::jsonb, ${now})
    on conflict (workspace_id, kind, header_key) do update
      set options = excluded.options, answers = excluded.answers, updated_at = excluded.updated_at`.execute(db)
}
