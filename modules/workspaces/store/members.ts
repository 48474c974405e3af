import type { Member, MemberRole, Side } from "#core/actor"
import type { Id } from "#core/ids"
import { accessChanged } from "#platform/access"
import { anyOf, byReading } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

const members = tableOf<{ role: MemberRole }>()(
  "member",
  ["id", "userId", "name", "email", "role", "createdAt", "deactivatedAt", "erasedAt", "version"],
  { made: ["createdAt"] },
)

export type MemberRow = Row<typeof members>

/** Rows that name somebody (an import that makes them the owner of partnerships) do not hold up that they leave: their key stays. */
export const lockMember: typeof members.lock = (tx, id) =>
  members.rows(tx).where("id", "=", id).forNoKeyUpdate().executeTakeFirst()
export const insertMember: typeof members.insert = async (tx, member) => {
  const row = await members.insert(tx, member)
  await accessChanged(tx, row.userId)
  return row
}

/** Whatever of a member changes, what they may do is asked anew everywhere. */
export const saveMember: typeof members.save = async (tx, id, change) => {
  const row = await members.save(tx, id, change)
  await accessChanged(tx, row.userId)
  return row
}

/** A workspace's own people are few; no list of them is paged. */
const mostPeople = 2_000

export const listMembers = (tx: WorkspaceTx) =>
  members.rows(tx).orderBy(byReading("name")).orderBy("id").limit(mostPeople).execute()

export const findMemberByUser = (tx: WorkspaceTx, userId: string) =>
  members.rows(tx).where("userId", "=", userId).executeTakeFirst()

/** A person of the host as who they are at this moment; nobody once they are removed. */
export const memberNow = async (tx: WorkspaceTx, userId: string): Promise<Member | undefined> => {
  const row = await findMemberByUser(tx, userId)
  if (!row || row.deactivatedAt !== null) return undefined
  const { workspaceId, timeZone } = tx.actor
  return { kind: "member", side: "host", workspaceId, timeZone, userId, memberId: row.id, role: row.role }
}

/**
 * The active owners, locked in one order: of two acts that would each take one of the last two owners away,
 * the second waits here and then sees only one.
 */
export const lockOwners = async ({ db, actor }: WorkspaceTx): Promise<Id[]> => {
  const rows = await db
    .selectFrom("member")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("role", "=", "owner")
    .where("deactivatedAt", "is", null)
    .orderBy("id")
    .forNoKeyUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** True for someone who may own a partnership: a member who has not left. */
export const isActiveMember = (tx: WorkspaceTx, id: Id): Promise<boolean> => areActiveMembers(tx, [id])

/** True where each of them is one. */
export const areActiveMembers = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<boolean> => {
  const wanted = [...new Set(ids)]
  const rows = await db
    .selectFrom("member")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(wanted))
    .where("deactivatedAt", "is", null)
    .execute()
  return rows.length === wanted.length
}

/** Active members by e-mail, as files name them. */
export const activeMembersByEmail = async ({ db, actor }: WorkspaceTx): Promise<ReadonlyMap<string, Id>> => {
  const rows = await db
    .selectFrom("member")
    .select(["id", "email"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("deactivatedAt", "is", null)
    .execute()
  return new Map(rows.map(({ id, email }) => [email.toLowerCase(), id]))
}

/** The address of somebody who may enter, by which side and for which party, and what the workspace is called. The host's side wins where someone is both. */
export const findRecipient = async (tx: WorkspaceTx, userId: string) => {
  const enters = (table: "member" | "partnerUser") =>
    tx.db
      .selectFrom(table)
      .innerJoin("workspace", "workspace.id", `${table}.workspaceId`)
      .select([`${table}.email`, `${table}.name`, "workspace.name as workspaceName", "workspace.slug"])
      .where(`${table}.workspaceId`, "=", tx.actor.workspaceId)
      .where(`${table}.userId`, "=", userId)
      .where(`${table}.deactivatedAt`, "is", null)
  const member = await enters("member").executeTakeFirst()
  if (member) return { ...member, side: "host" as const, partyId: tx.actor.workspaceId }
  const user = await enters("partnerUser").select("partnerUser.organizationId as partyId").executeTakeFirst()
  return user && { ...user, side: "partner" as const }
}

/** On which side each of these people is, whether or not they may still enter. The host's side wins where someone is both. */
export const sidesOf = async (tx: WorkspaceTx, userIds: readonly string[]): Promise<ReadonlyMap<string, Side>> => {
  if (userIds.length === 0) return new Map()
  const known = (table: "member" | "partnerUser") =>
    tx.db
      .selectFrom(table)
      .select("userId")
      .where("workspaceId", "=", tx.actor.workspaceId)
      .where("userId", "=", anyOf(userIds))
      .execute()
  const [members, partners] = await Promise.all([known("member"), known("partnerUser")])
  return new Map([
    ...partners.map(({ userId }) => [userId, "partner"] as const),
    ...members.map(({ userId }) => [userId, "host"] as const),
  ])
}
