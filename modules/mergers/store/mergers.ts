import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { findOrganization } from "#modules/organizations"
import { userNameOf } from "#modules/workspaces"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { MergerKind, Moved } from "../rules.ts"

const mergers = tableOf<{ kind: MergerKind }>()(
  "merger",
  [
    ...(["id", "kind", "formerId", "formerName", "nextId", "nextName", "gone", "before", "after", "domains"] as const),
    ...(["marks", "accessLeftOut", "madeBy", "madeAt", "undoneBy", "undoneAt"] as const),
  ],
  { made: ["madeAt"] },
)
export type MergerRow = Row<typeof mergers>

type NamedCompany = Readonly<{ id: Id; name: string }>

export const lockMerger = mergers.lock
export const insertMerger = mergers.insert

export const undoneNow = (tx: WorkspaceTx, id: Id) =>
  mergers.save(tx, id, { undoneAt: tx.now, undoneBy: "userId" in tx.actor ? (tx.actor.userId ?? null) : null })

const mostListed = 100

const named = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("merger")
    .select(["id", "kind", "formerId", "formerName", "nextId", "nextName", "madeAt", "undoneAt"])
    .select(userNameOf(actor.workspaceId, "merger.made_by").as("madeBy"))
    .where("workspaceId", "=", actor.workspaceId)

export type ToldMerger = Awaited<ReturnType<ReturnType<typeof named>["executeTakeFirstOrThrow"]>>

export const tellMerger = (tx: WorkspaceTx, id: Id): Promise<ToldMerger> =>
  named(tx).where("id", "=", id).executeTakeFirstOrThrow()

/** What became part of a company or was taken out of it, newest first, and who did it. */
export const listMergers = (tx: WorkspaceTx, organizationId: Id) =>
  named(tx)
    .where(({ eb, or }) => or([eb("nextId", "=", organizationId), eb("formerId", "=", organizationId)]))
    .orderBy("madeAt", "desc")
    .orderBy("id", "desc")
    .limit(mostListed)
    .execute()

/** The merge by which a company is no more. */
export const laterMerger = (tx: WorkspaceTx, organizationId: Id): Promise<MergerRow | undefined> =>
  mergers
    .rows(tx)
    .where("formerId", "=", organizationId)
    .where("kind", "=", "merge")
    .where("undoneAt", "is", null)
    .executeTakeFirst()

/** Which company a former one belongs to by now: what it became part of may have become part of another since. */
export const wentInto = async (
  tx: WorkspaceTx,
  organizationId: Id,
): Promise<Readonly<{ former: NamedCompany; next: NamedCompany }> | undefined> => {
  const first = await laterMerger(tx, organizationId)
  if (!first) return undefined
  let last = first
  for (let later: MergerRow | undefined = first; later; later = await laterMerger(tx, last.nextId)) last = later
  const next = await findOrganization(tx, last.nextId)
  return next && { former: { id: organizationId, name: first.formerName }, next }
}

const idsInARow = 10_000

export const insertMoves = async (tx: WorkspaceTx, mergerId: Id, moves: readonly Moved[]): Promise<void> => {
  const rows = moves.flatMap(({ table, column, ids }) =>
    Array.from({ length: Math.ceil(ids.length / idsInARow) }, (_, part) => ({
      ...{ workspaceId: tx.actor.workspaceId, mergerId, tableName: table, columnName: column, part },
      ids: ids.slice(part * idsInARow, (part + 1) * idsInARow) as Id[],
    })),
  )
  if (rows.length > 0) await tx.db.insertInto("mergerMove").values(rows).execute()
}

/** What went along with a merger. */
export const movesOf = async ({ db, actor }: WorkspaceTx, mergerId: Id): Promise<readonly Moved[]> =>
  db
    .selectFrom("mergerMove")
    .select(["tableName as table", "columnName as column", "ids"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("mergerId", "=", mergerId)
    .orderBy("tableName")
    .orderBy("columnName")
    .orderBy("part")
    .execute()

export type Counted = Readonly<{ table: string; count: number }>

/** How much went along with these mergers. */
export const countMoves = async (
  { db, actor }: WorkspaceTx,
  mergerIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Counted[]>> => {
  const rows = await db
    .selectFrom("mergerMove")
    .select(["mergerId", "tableName as table"])
    .select(sql<number>`sum(cardinality(ids))::int`.as("count"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("mergerId", "=", anyOf(mergerIds))
    .groupBy(["mergerId", "tableName"])
    .orderBy("tableName")
    .execute()
  return Map.groupBy(rows, ({ mergerId }) => mergerId)
}

/** Companies compared with each other: as many as are read in a moment. */
const mostCompanies = 20_000

type Bare = Readonly<{
  id: Id
  name: string
  domains: readonly string[]
  ids: readonly string[]
  names: readonly string[]
}>

/** Companies with all that they are told by, the oldest first. */
export const bareCompanies = async ({
  db,
  actor,
}: WorkspaceTx): Promise<Readonly<{ items: readonly Bare[]; isWhole: boolean }>> => {
  const { rows } = await sql<Bare>`
    select o.id, o.name, o.domains,
      array_remove(o.external_id || array(select m.value from organization_mark m where m.workspace_id = ${actor.workspaceId}
        and m.organization_id = o.id and m.kind = 'external_id' and m.retracted_at is null), null) as ids,
      o.name || array(select m.value from organization_mark m where m.workspace_id = ${actor.workspaceId}
        and m.organization_id = o.id and m.kind = 'name' and m.retracted_at is null) as names
    from organization o where o.workspace_id = ${actor.workspaceId} order by o.id desc limit ${mostCompanies + 1}`.execute(
    db,
  )
  return { items: rows.slice(0, mostCompanies).reverse(), isWhole: rows.length <= mostCompanies }
}

/** Mergers made or undone since: what was begun before one and ended after it may still name the other company. */
export const mergersSince = (tx: WorkspaceTx, since: Instant): Promise<{ id: Id; undoneAt: Instant | null }[]> =>
  tx.db
    .selectFrom("merger")
    .select(["id", "undoneAt"])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where(({ eb, or }) => or([eb("madeAt", ">", since), eb("undoneAt", ">", since)]))
    .orderBy("id")
    .execute()
