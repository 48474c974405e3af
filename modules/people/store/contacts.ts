import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import { anyOf, sql } from "#platform/database"
import { orNull, type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

export const contacts = tableOf<{ side: Side }>()(
  "contact",
  ["id", "side", "organizationId", "name", "email", "title", "phone", "createdAt", "erasedAt", "version"],
  { made: ["createdAt"] },
)

export type ContactRow = Row<typeof contacts>

type Filter = Readonly<{
  limit: number
  sort: "name" | "-name"
  after?: string | undefined
  side?: Side | undefined
  organization?: Id | undefined
  search?: string | undefined
}>

export const listContacts = (tx: WorkspaceTx, { side, organization, search, ...asked }: Filter) =>
  contacts.page(tx, asked, (rows) => {
    let wanted = rows
    if (side !== undefined) wanted = wanted.where("side", "=", side)
    if (organization !== undefined) wanted = wanted.where("organizationId", "=", organization)
    return search === undefined ? wanted : wanted.where(sql<boolean>`name_key(${search}) <% name_key(name)`)
  })

type Details = Readonly<{
  name: string
  email?: string | undefined
  title?: string | undefined
  phone?: string | undefined
}>

export const saveContact = (tx: WorkspaceTx, id: Id, { name, email, title, phone }: Details) =>
  contacts.save(tx, id, { name, ...orNull({ email, title, phone }, ["email", "title", "phone"]) })

/** Locks these, in one order. */
export const lockContacts = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<void> => {
  await db
    .selectFrom("contact")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .orderBy("id")
    .forUpdate()
    .execute()
}

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

type PersonOfCompany = Readonly<{ id: Id; name: string; organizationId: Id | null }>

/** People of partners by id, of those that the reader may see. */
export const contactsNamed = async (
  { db, actor }: WorkspaceTx,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, PersonOfCompany>> => {
  const rows = await db
    .selectFrom("contact")
    .select(["id", "name", "organizationId"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** People of a company, those first who are known longest. */
export const contactsOfCompany = (
  { db, actor }: WorkspaceTx,
  organizationId: Id,
  most: number,
): Promise<readonly PersonOfCompany[]> =>
  db
    .selectFrom("contact")
    .select(["id", "name", "organizationId"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("organizationId", "=", organizationId)
    .where("erasedAt", "is", null)
    .orderBy("createdAt")
    .orderBy("id")
    .limit(most)
    .execute()
