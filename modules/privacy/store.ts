import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Known } from "./rules.ts"

export const erasures = tableOf()(
  "erasure",
  ["id", "userIds", "memberIds", "partnerUserIds", "contactIds", "askedBy", "askedAt", "doneAt", "counts"],
  { made: ["askedAt"] },
)
export type ErasureRow = Row<typeof erasures>

export type KnownPerson = Known &
  Readonly<{ email: string | null; userId: string | null; organizationId: Id | null; role: string | null }>

/** As what the workspace knows people with one of these ids, accounts or addresses. */
const knownAs = async (
  { db, actor: { workspaceId } }: WorkspaceTx,
  { ids, users, addresses }: Readonly<{ ids: readonly Id[]; users: readonly string[]; addresses: readonly string[] }>,
): Promise<readonly KnownPerson[]> => {
  const asked = sql`(id = any(${ids}::uuid[]) or user_id = any(${users}::text[]) or lower(email) = any(${addresses}::text[]))`
  const { rows: members } = await sql<Omit<KnownPerson, "kind">>`
    select id, name, email, user_id, null::uuid as organization_id, role, erased_at is not null as is_erased
    from member where workspace_id = ${workspaceId} and ${asked} order by id limit 2000`.execute(db)
  const { rows: partnerUsers } = await sql<Omit<KnownPerson, "kind">>`
    select id, name, email, user_id, organization_id, role, erased_at is not null as is_erased
    from partner_user where workspace_id = ${workspaceId} and ${asked} order by id limit 2000`.execute(db)
  const { rows: contacts } = await sql<Omit<KnownPerson, "kind">>`
    select id, name, email, null as user_id, organization_id, null as role, erased_at is not null as is_erased
    from contact where workspace_id = ${workspaceId}
      and (id = any(${ids}::uuid[]) or lower(email) = any(${addresses}::text[])) order by id limit 2000`.execute(db)
  return [
    ...members.map((row) => ({ kind: "member" as const, ...row })),
    ...partnerUsers.map((row) => ({ kind: "partner_user" as const, ...row })),
    ...contacts.map((row) => ({ kind: "contact" as const, ...row })),
  ]
}

/** Everything the workspace knows one person as: who has this id, the same account or the same address, until nobody is new. */
export const findPerson = async (tx: WorkspaceTx, id: Id): Promise<readonly KnownPerson[] | undefined> => {
  let found = await knownAs(tx, { ids: [id], users: [], addresses: [] })
  for (let before = 0; found.length > before; ) {
    before = found.length
    found = await knownAs(tx, {
      ids: found.map((each) => each.id),
      users: found.flatMap(({ userId }) => userId ?? []),
      addresses: found.flatMap(({ email, isErased }) => (email === null || isErased ? [] : email.toLowerCase())),
    })
  }
  return found.length === 0 ? undefined : found
}

/** The times that the workspace has chosen, by kind. */
export const chosenDays = async ({ db, actor }: WorkspaceTx): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom("retention")
    .select(["kind", "days"])
    .where("workspaceId", "=", actor.workspaceId)
    .execute()
  return new Map(rows.map(({ kind, days }) => [kind, days]))
}

export const chooseDays = async ({ db, actor, now }: WorkspaceTx, kind: string, days: number): Promise<void> => {
  await db
    .insertInto("retention")
    .values({ workspaceId: actor.workspaceId, kind, days, changedAt: now })
    .onConflict((conflict) => conflict.columns(["workspaceId", "kind"]).doUpdateSet({ days, changedAt: now }))
    .execute()
}

/** Members and partners' people whose access ended before that moment, who are not erased yet and whose erasure nobody has asked for. */
export const endedBefore = async ({ db, actor }: WorkspaceTx, before: Instant): Promise<readonly Id[]> => {
  const { rows } = await sql<{ id: Id }>`
    select m.id from member m where m.workspace_id = ${actor.workspaceId} and m.deactivated_at < ${before} and m.erased_at is null
      and not exists (select from erasure e where e.workspace_id = ${actor.workspaceId} and m.id = any(e.member_ids))
    union all
    select p.id from partner_user p where p.workspace_id = ${actor.workspaceId} and p.deactivated_at < ${before} and p.erased_at is null
      and not exists (select from erasure e where e.workspace_id = ${actor.workspaceId} and p.id = any(e.partner_user_ids))`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
