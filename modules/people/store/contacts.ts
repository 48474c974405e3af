import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import { behind, pageOf, parseSort } from "#platform/cursor"
import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

const columns = ["id", "side", "organizationId", "name", "email", "title", "phone", "createdAt", "version"] as const

/** The check constraint of the table holds the side to the two there are. */
const typed = <Row extends { side: string }>(row: Row) => row as Omit<Row, "side"> & { side: Side }

type Details = Readonly<{
  name: string
  email?: string | undefined
  title?: string | undefined
  phone?: string | undefined
}>

type Filter = Readonly<{
  limit: number
  sort: string
  after?: string | undefined
  side?: Side | undefined
  organization?: Id | undefined
  search?: string | undefined
}>

export const listContacts = async ({ db, actor }: WorkspaceTx, filter: Filter) => {
  const { descending } = parseSort(filter.sort)
  let query = db.selectFrom("contact").select(columns).where("workspaceId", "=", actor.workspaceId)
  if (filter.side !== undefined) query = query.where("side", "=", filter.side)
  if (filter.organization !== undefined) query = query.where("organizationId", "=", filter.organization)
  if (filter.search !== undefined) query = query.where(sql<boolean>`name_key(${filter.search}) <% name_key(name)`)
  const { after } = filter
  if (after !== undefined)
    query = query.where(({ ref }) => behind({ column: ref("name"), id: ref("id"), descending, after }))
  const direction = descending ? "desc" : "asc"
  const rows = await query
    .orderBy("name", direction)
    .orderBy("id", direction)
    .limit(filter.limit + 1)
    .execute()
  return pageOf(rows.map(typed), filter.limit, ({ name }) => name)
}

export const findContact = async ({ db, actor }: WorkspaceTx, id: Id) => {
  const row = await db
    .selectFrom("contact")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst()
  return row && typed(row)
}

export const lockContact = async ({ db, actor }: WorkspaceTx, id: Id) => {
  const row = await db
    .selectFrom("contact")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()
  return row && typed(row)
}

export const insertContact = async (
  { db, actor, now }: WorkspaceTx,
  made: Details & { id: Id; organizationId: Id | null },
) =>
  typed(
    await db
      .insertInto("contact")
      .values({ workspaceId: actor.workspaceId, ...made, createdAt: now })
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

export const saveContact = async ({ db, actor }: WorkspaceTx, id: Id, { name, email, title, phone }: Details) =>
  typed(
    await db
      .updateTable("contact")
      .set(({ eb }) => ({
        name,
        email: email ?? null,
        title: title ?? null,
        phone: phone ?? null,
        version: eb("version", "+", 1),
      }))
      .where("workspaceId", "=", actor.workspaceId)
      .where("id", "=", id)
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

export const deleteContact = async ({ db, actor }: WorkspaceTx, id: Id): Promise<void> => {
  await db.deleteFrom("contact").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute()
}

export type ContactRow = Awaited<ReturnType<typeof insertContact>>

/** True for a contact that the actor may see. */
export const hasContact = async ({ db, actor }: WorkspaceTx, id: Id): Promise<boolean> =>
  (await db
    .selectFrom("contact")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst()) !== undefined

/** Whether every one of these is a member or a contact of the workspace. */
export const arePeople = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<boolean> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return true
  const found = await db
    .selectFrom("member")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(wanted))
    .union(
      db
        .selectFrom("contact")
        .select("id")
        .where("workspaceId", "=", actor.workspaceId)
        .where("id", "=", anyOf(wanted)),
    )
    .execute()
  return found.length === wanted.length
}
