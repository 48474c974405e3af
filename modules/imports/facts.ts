import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Counted } from "#rules/measurements"

/** What one import says that it tells of a partnership's signal. */
export type Told = Readonly<{
  importId: Id
  kind: string
  fileName: string
  subject: Id
  signal: string
  from: PlainDate
  until: PlainDate
  counted: Counted | null
}>

/** What was imported, and not undone, by an instant says of these partnerships, the latest last. */
export const importsTelling = async (
  { db, actor }: WorkspaceTx,
  subjects: readonly Id[],
  knownAt: Instant,
): Promise<readonly Told[]> =>
  (
    await sql<Told>`
    select c.import_id, r.kind, r.file_name, c.partnership_id as subject, c.signal, c.from_on as from, c.until_on as until, c.counted
    from import_cover c join import_run r on r.workspace_id = ${actor.workspaceId} and r.id = c.import_id
    where c.workspace_id = ${actor.workspaceId} and c.partnership_id = any(${subjects}::uuid[]) and r.finished_at <= ${knownAt}
      and (r.undone_at is null or r.undone_at > ${knownAt})
    order by r.finished_at, r.id`.execute(db)
  ).rows
