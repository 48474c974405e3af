import type { MemberRole } from "#core/actor"
import type { Id } from "#core/ids"
import type { WorkspaceTx } from "#platform/tx"

const columns = ["id", "userId", "name", "email", "role", "createdAt", "deactivatedAt", "version"] as const

/** The check constraint of the table holds the role to the closed list. */
const typed = <Row extends { role: string }>(row: Row) => row as Omit<Row, "role"> & { role: MemberRole }

/** A workspace's own people are few; no list of them is paged. */
const mostPeople = 2_000

export const listMembers = async ({ db, actor }: WorkspaceTx) =>
  (
    await db
      .selectFrom("member")
      .select(columns)
      .where("workspaceId", "=", actor.workspaceId)
      .orderBy("name")
      .orderBy("id")
      .limit(mostPeople)
      .execute()
  ).map(typed)

export const lockMember = async ({ db, actor }: WorkspaceTx, id: Id) => {
  const row = await db
    .selectFrom("member")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()
  return row && typed(row)
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
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

export const saveMember = async (
  { db, actor }: WorkspaceTx,
  id: Id,
  change: { role?: MemberRole; deactivatedAt?: string | null },
) =>
  typed(
    await db
      .updateTable("member")
      .set(({ eb }) => ({ ...change, version: eb("version", "+", 1) }))
      .where("workspaceId", "=", actor.workspaceId)
      .where("id", "=", id)
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

export const findMemberByUser = ({ db, actor }: WorkspaceTx, userId: string) =>
  db
    .selectFrom("member")
    .select(["id", "deactivatedAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("userId", "=", userId)
    .executeTakeFirst()

export const insertMember = async (
  { db, actor, now }: WorkspaceTx,
  member: { id: Id; userId: string; name: string; email: string; role: MemberRole },
): Promise<void> => {
  await db
    .insertInto("member")
    .values({ workspaceId: actor.workspaceId, ...member, createdAt: now })
    .execute()
}

export type MemberRow = Awaited<ReturnType<typeof saveMember>>

/** True for someone who may own a partnership: a member who has not left. */
export const isActiveMember = async ({ db, actor }: WorkspaceTx, id: Id): Promise<boolean> => {
  const row = await db
    .selectFrom("member")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("deactivatedAt", "is", null)
    .executeTakeFirst()
  return row !== undefined
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

/** The address of an active member, and what the workspace is called. */
export const findRecipient = ({ db, actor }: WorkspaceTx, userId: string) =>
  db
    .selectFrom("member")
    .innerJoin("workspace", "workspace.id", "member.workspaceId")
    .select(["member.email", "member.name", "workspace.name as workspaceName", "workspace.slug"])
    .where("member.workspaceId", "=", actor.workspaceId)
    .where("member.userId", "=", userId)
    .where("member.deactivatedAt", "is", null)
    .executeTakeFirst()
