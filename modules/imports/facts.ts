import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

/** A file that says of itself that it is complete for a partnership from a day to another. */
export type FileCovering = Readonly<{
  importId: Id
  kind: string
  subject: Id
  signals: readonly string[]
  from: PlainDate
  to: PlainDate
}>

/** The files that were imported, and not undone, by an instant, and say that they are complete for some of these partnerships. */
export const filesCovering = async (
  { db, actor }: WorkspaceTx,
  subjects: readonly Id[],
  knownAt: Instant,
): Promise<readonly FileCovering[]> =>
  (
    await sql<FileCovering>`
    select r.id as import_id, r.kind, partner.id as subject, r.summary -> 'covers' -> 'signals' as signals,
      r.summary -> 'covers' ->> 'from' as from, r.summary -> 'covers' ->> 'to' as to
    from import_run r, lateral (select p::uuid as id from jsonb_array_elements_text(r.summary -> 'covers' -> 'partners') as each (p)) as partner
    where r.workspace_id = ${actor.workspaceId} and r.summary -> 'covers' -> 'isWhole' = 'true'::jsonb and r.finished_at <= ${knownAt}
      and (r.undone_at is null or r.undone_at > ${knownAt}) and partner.id = any(${subjects}::uuid[])`.execute(db)
  ).rows

/** What the files of some imports were called. */
export const fileNames = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> => {
  const { rows } = await sql<{ id: Id; fileName: string }>`select id, file_name from import_run
    where workspace_id = ${actor.workspaceId} and id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, fileName }) => [id, fileName]))
}
