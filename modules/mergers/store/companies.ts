import type { Id } from "#core/ids"
import { anyOf, byReading, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Taking } from "../rules.ts"

/** In which partnerships these companies take or took part. */
export const takingsOf = async ({ db, actor }: WorkspaceTx, companies: readonly Id[]): Promise<readonly Taking[]> => {
  const { rows } = await sql<Taking>`
    select * from (
      select p.organization_id, p.id, p.name, p.type, p.program, p.stage from partnership p
        where p.workspace_id = ${actor.workspaceId} and p.organization_id = any(${companies}::uuid[])
      union all
      select t.organization_id, p.id, p.name, p.type, p.program, p.stage
        from partnership_party t join partnership p on p.workspace_id = t.workspace_id and p.id = t.partnership_id
        where t.workspace_id = ${actor.workspaceId} and t.organization_id = any(${companies}::uuid[])
    ) taking
    order by ${byReading("name")}, id`.execute(db)
  return rows
}

type Access = Readonly<{ id: Id; userId: string | null; name: string; organizationId: Id; isOpen: boolean }>

/** Who signs in for these companies or did, and who is invited to. */
export const accessOfCompanies = async (
  { db, actor, now }: WorkspaceTx,
  companies: readonly Id[],
): Promise<readonly Access[]> => {
  const people = await db
    .selectFrom("partnerUser")
    .select(["id", "userId", "name", "organizationId", "deactivatedAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("organizationId", "=", anyOf(companies))
    .orderBy(byReading("name"))
    .orderBy("id")
    .execute()
  const invited = await db
    .selectFrom("invitation")
    .select(["id", "email", "organizationId"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("organizationId", "=", anyOf(companies))
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", now)
    .orderBy("id")
    .execute()
  return [
    ...people.map(({ deactivatedAt, ...each }) => ({ ...each, isOpen: deactivatedAt === null })),
    ...invited.map(({ id, email, organizationId }) => ({
      ...{ id, userId: null, name: email, organizationId: organizationId as Id, isOpen: true },
    })),
  ]
}

const mostShown = 2_000

/** A company's people who play a part, or may, and in which partnerships they do now. */
export const contactsOf = async ({ db, actor }: WorkspaceTx, organizationId: Id) => {
  const { rows } = await sql<{ id: Id; name: string; partnerships: readonly Id[] }>`
    select c.id, c.name, array(select distinct r.partnership_id from role_assignment r
      where r.workspace_id = ${actor.workspaceId} and r.contact_id = c.id and r.to_on is null) as partnerships
    from contact c where c.workspace_id = ${actor.workspaceId} and c.organization_id = ${organizationId}
    order by ${byReading("c.name")}, c.id limit ${mostShown + 1}`.execute(db)
  return { contacts: rows.slice(0, mostShown), hasMoreContacts: rows.length > mostShown }
}
