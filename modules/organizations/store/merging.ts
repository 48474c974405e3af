import type { Id } from "#core/ids"
import { anyOf } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { MarkKind } from "../rules.ts"

const select = ({ db, actor }: WorkspaceTx) =>
  db.selectFrom("organization").selectAll().where("workspaceId", "=", actor.workspaceId)

/** A company with everything that its row says. */
export type WholeOrganization = Readonly<Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirstOrThrow"]>>>

/** Locks companies, in one order whoever asks. */
export const lockOrganizations = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<readonly WholeOrganization[]> =>
  select(tx).where("id", "=", anyOf(ids)).orderBy("id").forUpdate().execute()

/** Companies as they are, for who looks before they act. */
export const wholeOrganizations = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<readonly WholeOrganization[]> =>
  select(tx).where("id", "=", anyOf(ids)).execute()

/** What of a company may differ where it and another become one. */
export type OrganizationChange = Partial<
  Omit<WholeOrganization, "workspaceId" | "id" | "version" | "createdAt" | "updatedAt" | "importId">
>

export const changeOrganization = async (
  { db, actor, now }: WorkspaceTx,
  id: Id,
  change: OrganizationChange,
): Promise<void> => {
  await db
    .updateTable("organization")
    .set(({ eb }) => ({ ...mutable(change), updatedAt: now, version: eb("version", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute()
}

const mutable = (change: OrganizationChange) =>
  Object.fromEntries(Object.entries(change).map(([field, value]) => [field, Array.isArray(value) ? [...value] : value]))

/** A company to which nothing refers any more is gone; its row is kept by whoever takes it out. */
export const removeOrganization = async ({ db, actor }: WorkspaceTx, id: Id): Promise<void> => {
  await db.deleteFrom("organization").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute()
}

/** Brings back a company that was taken out, as it was. */
export const restoreOrganization = async ({ db, actor, now }: WorkspaceTx, row: WholeOrganization): Promise<void> => {
  await db
    .insertInto("organization")
    .values({ ...row, workspaceId: actor.workspaceId, version: row.version + 1, updatedAt: now })
    .execute()
}

/** Whether another company, or none, has this id of another system. */
export const bearerOfId = ({ db, actor }: WorkspaceTx, externalId: string): Promise<{ id: Id } | undefined> =>
  db
    .selectFrom("organization")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("externalId", "=", externalId)
    .executeTakeFirst()

export type OrganizationMark = Readonly<{ id: Id; organizationId: Id; kind: MarkKind; value: string }>

/** By what else companies are known, as it stands. */
export const marksOf = async ({ db, actor }: WorkspaceTx, organizationId: Id): Promise<OrganizationMark[]> =>
  (await db
    .selectFrom("organizationMark")
    .select(["id", "organizationId", "kind", "value"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("organizationId", "=", organizationId)
    .where("retractedAt", "is", null)
    .orderBy("id")
    .execute()) as OrganizationMark[]

export const insertMarks = async (
  { db, actor, now }: WorkspaceTx,
  marks: readonly OrganizationMark[],
): Promise<void> => {
  if (marks.length === 0) return
  await db
    .insertInto("organizationMark")
    .values(marks.map((mark) => ({ ...mark, workspaceId: actor.workspaceId, createdAt: now })))
    .execute()
}

export const removeMarks = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<void> => {
  await db
    .deleteFrom("organizationMark")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .execute()
}
