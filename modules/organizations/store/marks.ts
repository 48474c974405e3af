import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Brought, Origin } from "../rules.ts"

/** Further ids of other systems and further names, by company. Further domains stand in the company's own list. */
export type FurtherMark = Readonly<{ organizationId: Id; kind: string; value: string }>

export const furtherMarks = ({ db, actor }: WorkspaceTx): Promise<FurtherMark[]> =>
  db
    .selectFrom("organizationMark")
    .select(["organizationId", "kind", "value"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("kind", "<>", "domain")
    .where("retractedAt", "is", null)
    .orderBy("id")
    .execute()

/** As many as a person may enter. */
const mostDomains = 50

/** Domains that came in this very transaction join their company's list; those that were taken back leave it. */
export const settleDomains = async ({ db, actor, now }: WorkspaceTx): Promise<void> => {
  await sql`update organization o
    set domains = (o.domains || came.domains)[1:${sql.lit(mostDomains)}], updated_at = ${now}, version = o.version + 1
    from (select m.organization_id, array_agg(distinct m.value) as domains from organization_mark m
      where m.workspace_id = ${actor.workspaceId} and m.kind = 'domain' and m.created_at = ${now} and m.retracted_at is null
      group by m.organization_id) came
    where o.workspace_id = ${actor.workspaceId} and o.id = came.organization_id`.execute(db)
  await sql`update organization o
    set domains = array(select d.name from unnest(o.domains) with ordinality as d (name, at)
      where d.name <> all (gone.domains) order by d.at), updated_at = ${now}, version = o.version + 1
    from (select m.organization_id, array_agg(distinct m.value) as domains from organization_mark m
      where m.workspace_id = ${actor.workspaceId} and m.kind = 'domain' and m.retracted_at = ${now}
      group by m.organization_id) gone
    where o.workspace_id = ${actor.workspaceId} and o.id = gone.organization_id`.execute(db)
}

/** What a company's own record says that files know it by. */
export const originOf = ({ db, actor }: WorkspaceTx, organizationId: Id): Promise<Origin | undefined> =>
  db
    .selectFrom("organization")
    .select(["domains", "externalId", "importId", "createdAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", organizationId)
    .executeTakeFirst()

/** What files brought of a company that was here, the first of it first. */
export const marksOf = async ({ db, actor }: WorkspaceTx, organizationId: Id): Promise<Brought[]> =>
  (await db
    .selectFrom("organizationMark")
    .select(["id", "kind", "value", "importId", "createdAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("organizationId", "=", organizationId)
    .where("retractedAt", "is", null)
    .orderBy("id")
    .execute()) as Brought[]

export const retractMark = async ({ db, actor, now }: WorkspaceTx, id: Id): Promise<void> => {
  await db
    .updateTable("organizationMark")
    .set({ retractedAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute()
}
