import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { isLiveIn } from "#modules/partnerships"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { isExpiredIn, isExpiringIn, isMissingIn } from "../facts.ts"
import { type DiligenceKind, type ItemState, mostItemsOfCompany } from "../rules.ts"

export const items = tableOf<{ kind: DiligenceKind; state: ItemState }>()(
  "diligenceItem",
  [
    ...([
      "id",
      "organizationId",
      "kind",
      "asks",
      "isRequired",
      "months",
      "remindDays",
      "needsAnother",
      "ownerId",
    ] as const),
    ...(["state", "why", "settledBy", "settledAt", "acceptedRound", "validThrough", "remindOn"] as const),
    ...(["isMatchOpen", "matchGivenAt", "isResting", "version", "createdAt", "updatedAt"] as const),
  ],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)
export type ItemRow = Row<typeof items>

/** What a company was asked for; what merged companies brought together may be more than one of them could have. */
export const itemsOf = (tx: WorkspaceTx, organizationId: Id) =>
  items
    .rows(tx)
    .where("organizationId", "=", organizationId)
    .orderBy("id")
    .limit(2 * mostItemsOfCompany)
    .execute()

/** Those of several companies. */
export const itemsOfAll = (tx: WorkspaceTx, organizationIds: readonly Id[]) =>
  items.rows(tx).where("organizationId", "=", anyOf(organizationIds)).execute()

type Filter = Readonly<{
  limit: number
  after?: string | undefined
  sort: "-id" | "id"
  waits?: "review" | "match" | "expiring" | "expired" | "missing" | undefined
  kind?: DiligenceKind | undefined
  owner?: Id | undefined
}>

const waitsIn = (waits: NonNullable<Filter["waits"]>, today: PlainDate) => {
  const of = "diligence_item"
  if (waits === "review") return sql<boolean>`${sql.ref("diligence_item.state")} = 'received'`
  if (waits === "match") return sql<boolean>`${sql.ref("diligence_item.is_match_open")}`
  if (waits === "missing") return isMissingIn(of)
  return waits === "expired" ? isExpiredIn(of, today) : isExpiringIn(of, today)
}

export const listItems = (tx: WorkspaceTx, { waits, kind, owner, ...asked }: Filter) =>
  items.page(tx, asked, (rows) => {
    let picked = rows
    if (waits !== undefined) picked = picked.where("isResting", "=", false).where(waitsIn(waits, tx.today))
    if (kind !== undefined) picked = picked.where("kind", "=", kind)
    return owner === undefined ? picked : picked.where("ownerId", "=", owner)
  })

export const ownedBy = (tx: WorkspaceTx, memberId: Id) => items.rows(tx).where("ownerId", "=", memberId)

/** Whether somebody is reminded of a company's items: as long as it is wanted, or one of its partnerships lives. */
export const restItems = async ({ db, actor }: WorkspaceTx, organizationId: Id, isWanted: boolean): Promise<void> => {
  const { workspaceId } = actor
  const { rows } = await sql<{ isLive: boolean }>`
    select exists (select from partnership p where p.workspace_id = ${workspaceId} and ${isLiveIn("p")}
      and (p.organization_id = ${organizationId} or exists (select from partnership_party t
        where t.workspace_id = ${workspaceId} and t.partnership_id = p.id and t.organization_id = ${organizationId} and t.left_on is null)))
      as is_live`.execute(db)
  const isResting = !(isWanted || rows[0]?.isLive === true)
  await sql`update diligence_item set is_resting = ${isResting}
    where workspace_id = ${workspaceId} and organization_id = ${organizationId} and is_resting <> ${isResting}`.execute(
    db,
  )
}

/** What companies and members are called. */
export const namesFor = async ({ db, actor }: WorkspaceTx, rows: readonly Pick<ItemRow, "organizationId">[]) => {
  const found = await db
    .selectFrom("organization")
    .select(["id", "name"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf([...new Set(rows.map(({ organizationId }) => organizationId))]))
    .execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}

export const memberNames = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> => {
  const rows = await db
    .selectFrom("member")
    .select(["id", "name"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf([...new Set(ids)]))
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
