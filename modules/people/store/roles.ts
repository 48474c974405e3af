import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { ContactRole } from "#rules/people"

export const assignments = tableOf()("roleAssignment", ["id"])

const select = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("roleAssignment as r")
    .leftJoin("contact as c", (join) =>
      join.onRef("c.workspaceId", "=", "r.workspaceId").onRef("c.id", "=", "r.contactId"),
    )
    .select(["r.id", "r.partnershipId", "r.role", "r.partyId", "r.side", "r.contactId", "r.fromOn", "r.toOn"])
    .select(["c.name as contactName", "c.title as contactTitle", "c.email as contactEmail"])
    .where("r.workspaceId", "=", actor.workspaceId)

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirst"]>>>
export type AssignmentRow = Omit<Row, "role" | "side"> & { role: ContactRole; side: Side }

/** Everyone who ever played a part in a partnership, latest first. */
export const listAssignments = async (tx: WorkspaceTx, partnershipId: Id): Promise<readonly AssignmentRow[]> => {
  const rows = (await select(tx)
    .where("r.partnershipId", "=", partnershipId)
    .orderBy("r.fromOn", "desc")
    .orderBy("r.id", "desc")
    .execute()) as AssignmentRow[]
  return tx.actor.side === "host" ? rows : withHostPeople(tx, partnershipId, rows)
}

/** A company reads no contact of the host, but knows by name and title who stands for it. */
const withHostPeople = async (
  { db, actor }: WorkspaceTx,
  partnershipId: Id,
  rows: readonly AssignmentRow[],
): Promise<readonly AssignmentRow[]> => {
  const { rows: people } = await sql<{ id: Id; name: string; title: string | null }>`select id, name, title
    from host_people_of(${actor.workspaceId}, ${partnershipId})`.execute(db)
  const known = new Map(people.map((person) => [person.id, person]))
  return rows.map((row) => {
    const person = known.get(row.contactId)
    return person ? { ...row, contactName: person.name, contactTitle: person.title } : row
  })
}

export const findAssignment = async (tx: WorkspaceTx, id: Id) =>
  (await select(tx).where("r.id", "=", id).executeTakeFirst()) as AssignmentRow | undefined

export const lockAssignment = async (tx: WorkspaceTx, id: Id) =>
  (await select(tx).where("r.id", "=", id).forUpdate("r").executeTakeFirst()) as AssignmentRow | undefined

/** False when this person holds this role here already. */
export const openAssignment = async (
  { db, actor, now }: WorkspaceTx,
  made: { id: Id; partnershipId: Id; contactId: Id; role: ContactRole; partyId: Id; fromOn: PlainDate },
): Promise<boolean> => {
  const result = await db
    .insertInto("roleAssignment")
    .values({ workspaceId: actor.workspaceId, ...made, recordedAt: now })
    .onConflict((conflict) =>
      conflict.columns(["workspaceId", "partnershipId", "contactId", "role"]).where("toOn", "is", null).doNothing(),
    )
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export const hasHeldRole = async ({ db, actor }: WorkspaceTx, contactId: Id): Promise<boolean> => {
  const row = await db
    .selectFrom("roleAssignment")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("contactId", "=", contactId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The accounts of our executive sponsors of these partnerships today, who are members by the address they are a contact with. */
export const hostSponsorsOf = async (
  { db, actor, today }: WorkspaceTx,
  partnershipIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly string[]>> => {
  const { rows } = await sql<{ id: Id; userId: string }>`
    select distinct r.partnership_id as id, m.user_id from role_assignment r
      join contact c on c.workspace_id = r.workspace_id and c.id = r.contact_id
      join member m on m.workspace_id = r.workspace_id and lower(m.email) = lower(c.email) and m.deactivated_at is null
    where r.workspace_id = ${actor.workspaceId} and r.partnership_id = any(${partnershipIds}::uuid[])
      and r.side = 'host' and r.role = 'executive_sponsor'
      and r.from_on <= ${today}::date and (r.to_on is null or r.to_on >= ${today}::date)
    order by 1, 2`.execute(db)
  const of = Map.groupBy(rows, ({ id }) => id)
  return new Map([...of].map(([id, people]) => [id, people.map(({ userId }) => userId)]))
}
