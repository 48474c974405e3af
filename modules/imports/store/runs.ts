import type { Id } from "#core/ids"
import type { Remark } from "#core/importable/remark"
import type { Instant } from "#core/time"
import { pageIn } from "#platform/cursor"
import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { UnknownPartner } from "#rules/partnerships"
import { type Covers, openStates, type RunOptions, type RunState } from "../rules.ts"

/** A thing that people have changed since an import, and the fields they changed. */
export type ChangedSince = Readonly<{ table: string; id: Id; name: string; fields: readonly string[] }>

/** What came of an import; each part is there once its step was done. */
export type Summary = Readonly<{
  created?: Readonly<Record<string, number>>
  /** The column names of the file, for the file of errors. */
  headers?: readonly string[]
  /** Rows that were here already and were changed, by table. */
  changed?: Readonly<Record<string, number>>
  /** Rows that were known already: changed or left alone. */
  known?: number
  skipped?: number
  errors?: number
  errorsKept?: number
  unknownPartners?: readonly UnknownPartner[]
  remarks?: readonly Remark[]
  covers?: Covers
  removed?: Readonly<Record<string, number>>
  kept?: Readonly<Record<string, number>>
  /** Rows of others that an undo gave back what they held before, by table. */
  restored?: Readonly<Record<string, number>>
  /** What an undo left as it is because people have changed it since; the first hundred. */
  changedSince?: readonly ChangedSince[]
  reason?: string
}>

/** The person in whose name something is done; null when it is Keelson's own. */
export const askerIn = ({ actor }: WorkspaceTx): string | null => ("userId" in actor ? (actor.userId ?? null) : null)

const query = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("importRun as run")
    .leftJoin("member as person", (join) =>
      join.onRef("person.workspaceId", "=", "run.workspaceId").onRef("person.userId", "=", "run.createdBy"),
    )
    .selectAll("run")
    .select("person.name as createdByName")
    .where("run.workspaceId", "=", actor.workspaceId)

const typed = <Row extends { state: string; options: unknown; summary: unknown }>(row: Row) =>
  row as Omit<Row, "state" | "options" | "summary"> & {
    state: RunState
    options: RunOptions
    summary: Summary
  }

export const findRun = async (tx: WorkspaceTx, id: Id) => {
  const row = await query(tx).where("run.id", "=", id).executeTakeFirst()
  return row && typed(row)
}

export type Run = NonNullable<Awaited<ReturnType<typeof findRun>>>

export const lockRun = async (tx: WorkspaceTx, id: Id): Promise<Run | undefined> => {
  const row = await query(tx).where("run.id", "=", id).forUpdate("run").executeTakeFirst()
  return row && typed(row)
}

export const listRuns = async (tx: WorkspaceTx, asked: { limit: number; after?: string | undefined }) => {
  const { items, next } = await pageIn(query(tx), { by: "run.createdAt", id: "run.id", descending: true, ...asked })
  return { items: items.map(typed), next }
}

export type NewRun = Readonly<{
  id: Id
  kind: string
  fileName: string
  fileHash: string
  filePath: string
  fileBytes: number
  options: RunOptions
  createdBy: string | null
}>

export const insertRun = async (tx: WorkspaceTx, { options, ...run }: NewRun): Promise<Run> => {
  const { db, actor, now } = tx
  await db
    .insertInto("importRun")
    .values({
      workspaceId: actor.workspaceId,
      ...run,
      state: "uploaded",
      options: JSON.stringify(options),
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  return (await findRun(tx, run.id)) as Run
}

type RunChange = Readonly<{
  kind?: string
  state?: RunState
  options?: RunOptions
  summary?: Summary
  rowsTotal?: number
  rowsDone?: number
  rowsFailed?: number
  finishedAt?: string | null
  undoneAt?: string | null
  askedBy?: string | null
}>

/** Changes a run; `whileIn` says in which state it must still be. False when it is not. */
export const saveRun = async (
  { db, actor, now }: WorkspaceTx,
  id: Id,
  { options, summary, ...change }: RunChange,
  whileIn?: RunState,
): Promise<boolean> => {
  let update = db
    .updateTable("importRun")
    .set(({ eb }) => ({
      ...change,
      ...(options && { options: JSON.stringify(options) }),
      ...(summary && { summary: JSON.stringify(summary) }),
      updatedAt: now,
      version: eb("version", "+", 1),
    }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
  if (whileIn) update = update.where("state", "=", whileIn)
  return (await update.executeTakeFirst()).numUpdatedRows === 1n
}

export const deleteRun = async ({ db, actor }: WorkspaceTx, id: Id): Promise<void> => {
  await db.deleteFrom("importRun").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute()
}

/** Deletes the runs that stayed open since before `before`; their files are the caller's to remove. */
export const deleteAbandoned = async ({ db, actor }: WorkspaceTx, before: Instant): Promise<readonly string[]> => {
  const gone = await db
    .deleteFrom("importRun")
    .where("workspaceId", "=", actor.workspaceId)
    .where("state", "=", anyOf(openStates))
    .where("updatedAt", "<", before)
    .returning("filePath")
    .execute()
  return gone.map(({ filePath }) => filePath)
}

/** The import that brought something of the same content as the same kind of thing, if it stands. */
export const findEarlier = async (tx: WorkspaceTx, run: Pick<Run, "id" | "kind" | "fileHash">) => {
  const row = await query(tx)
    .where("run.fileHash", "=", run.fileHash)
    .where("run.kind", "=", run.kind)
    .where("run.state", "=", anyOf(["importing", "imported"]))
    .where(sql<boolean>`(run.summary -> 'created') is distinct from '{}'::jsonb`)
    .where("run.id", "!=", run.id)
    .executeTakeFirst()
  return row && typed(row)
}

/** Two starts of one content wait for each other, so that the second sees the first. */
export const lockContent = async ({ db, actor }: WorkspaceTx, fileHash: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.workspaceId} ${fileHash}`}, 0))`.execute(db)
}

/** Claims the work on a run until the transaction ends; false while another process has it. */
export const claimWork = async ({ db }: WorkspaceTx, id: Id): Promise<boolean> => {
  const { rows } = await sql<{
    isMine: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`import ${id}`}, 0)) as is_mine`.execute(db)
  return rows[0]?.isMine === true
}

/** Whether a process has claimed the work on a run. Looks at the lock and does not take it: who begins meanwhile must not find it taken. */
export const isClaimed = async ({ db }: WorkspaceTx, id: Id): Promise<boolean> => {
  const { rows } = await sql<{ isClaimed: boolean }>`select exists (select from pg_locks
    where locktype = 'advisory' and granted and objsubid = 1
      and database = (select oid from pg_database where datname = current_database())
      and (classid::bigint << 32 | objid::bigint) = hashtextextended(${`import ${id}`}, 0)) as is_claimed`.execute(db)
  return rows[0]?.isClaimed === true
}

/** Whether a file is being recorded or taken back, be it only in line for it. */
export const isRecordingFiles = async ({ db, actor }: WorkspaceTx): Promise<boolean> =>
  (await db
    .selectFrom("importRun")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("state", "=", anyOf(["importing", "undoing"]))
    .executeTakeFirst()) !== undefined

export const runsInWork = async ({ db, actor }: WorkspaceTx): Promise<readonly { id: Id }[]> =>
  db
    .selectFrom("importRun")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("state", "=", anyOf(["checking", "importing", "undoing"]))
    .execute()
