import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { behind, pageOf, parseSort } from "#platform/cursor"
import type { WorkspaceTx } from "#platform/tx"
import type { DealState } from "./rules.ts"

const columns = [
  "id",
  "partnershipId",
  "name",
  "customer",
  "amountMinor",
  "currency",
  "state",
  "partyId",
  "registeredBy",
  "registeredAt",
  "answeredAt",
  "closeOn",
  "closedOn",
  "retractedAt",
  "version",
] as const

const typed = <Row extends { state: string; registeredBy: string }>(row: Row) =>
  row as Omit<Row, "state" | "registeredBy"> & { state: DealState; registeredBy: Side }

export type NewDeal = Readonly<{
  id: Id
  partnershipId: Id
  name: string
  customer?: string | undefined
  amountMinor?: number | undefined
  currency?: string | undefined
  state: DealState
  /** Who registered it. */
  partyId: Id
  registeredAt: Instant
  answeredAt?: Instant | undefined
  closeOn?: PlainDate | undefined
}>

export const insertDeal = async ({ db, actor, now }: WorkspaceTx, made: NewDeal) =>
  typed(
    await db
      .insertInto("deal")
      .values({ workspaceId: actor.workspaceId, ...made, recordedAt: now })
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

export type DealRow = Awaited<ReturnType<typeof insertDeal>>

export const lockDeal = async ({ db, actor }: WorkspaceTx, id: Id) => {
  const row = await db
    .selectFrom("deal")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()
  return row && typed(row)
}

type Change = Readonly<{
  state?: DealState
  answeredAt?: Instant | null
  closeOn?: PlainDate | null
  closedOn?: PlainDate | null
  retractedAt?: Instant
}>

export const saveDeal = async ({ db, actor }: WorkspaceTx, id: Id, change: Change) =>
  typed(
    await db
      .updateTable("deal")
      .set(({ eb }) => ({ ...change, version: eb("version", "+", 1) }))
      .where("workspaceId", "=", actor.workspaceId)
      .where("id", "=", id)
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

export const listDeals = async (
  { db, actor }: WorkspaceTx,
  filter: { partnership: Id; limit: number; after?: string | undefined; sort: string; state?: DealState | undefined },
) => {
  const { descending } = parseSort(filter.sort)
  let query = db
    .selectFrom("deal")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", filter.partnership)
    .where("retractedAt", "is", null)
  if (filter.state !== undefined) query = query.where("state", "=", filter.state)
  const { after } = filter
  if (after !== undefined)
    query = query.where(({ ref }) => behind({ column: ref("registeredAt"), id: ref("id"), descending, after }))
  const direction = descending ? "desc" : "asc"
  const rows = await query
    .orderBy("registeredAt", direction)
    .orderBy("id", direction)
    .limit(filter.limit + 1)
    .execute()
  return pageOf(rows.map(typed), filter.limit, (row) => row.registeredAt)
}
