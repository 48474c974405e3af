import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { sql } from "#platform/database"
import { writeRows } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Counted } from "./rules.ts"

/** What a person chose for a partnership's signal that is told twice. */
export type Chosen = Readonly<{ subject: Id; signal: string; counted: Counted }>

/** Keeps a choice; those before it stay, for who asks what was known before. */
export const insertChoice = (tx: WorkspaceTx, { subject, signal, counted }: Chosen) =>
  writeRows(tx, {
    into: "signal_source",
    same: { partnership_id: subject, chosen_at: tx.now },
    columns: ["signal", "counted"],
    rows: [[signal, counted]],
    onConflict:
      "on conflict (workspace_id, partnership_id, signal, chosen_at) do update set counted = excluded.counted",
  })

/** Which record of their signals people chose to count, as of an instant: the latest choice of each. */
export const chosenSources = async (
  { db, actor }: WorkspaceTx,
  subjects: readonly Id[],
  knownAt: Instant,
): Promise<readonly Chosen[]> =>
  (
    await sql<Chosen>`
    select distinct on (partnership_id, signal) partnership_id as subject, signal, counted from signal_source
    where workspace_id = ${actor.workspaceId} and partnership_id = any(${subjects}::uuid[]) and chosen_at <= ${knownAt}
    order by partnership_id, signal, chosen_at desc`.execute(db)
  ).rows
