import type { Id } from "#core/ids"
import { dateIn, type PlainDate } from "#core/time"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { type ListedKind, mostListed } from "../rules.ts"
import { candidates } from "./candidates.ts"

export const conflictList = tableOf<{ kind: ListedKind }>()(
  "conflictEntry",
  ["id", "kind", "name", "domains", "note", "addedBy", "addedAt"],
  { made: ["addedAt"] },
)
export type ListedRow = Row<typeof conflictList>

/** Everybody who is listed: a workspace lists no more than {@link mostListed}. */
export const allListed = (tx: WorkspaceTx) => conflictList.rows(tx).limit(mostListed).execute()

/** The same entries, as they are to be from now on. */
export const listAnew = async (tx: WorkspaceTx, entries: readonly ListedRow[]): Promise<void> => {
  const { db, actor } = tx
  const ids = entries.map(({ id }) => id)
  await db
    .deleteFrom("conflictEntry")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .execute()
  await conflictList.insertAll(
    tx,
    entries.map(({ domains, ...entry }) => ({ ...entry, domains: [...domains] })),
  )
}

type Partnership = Readonly<{ id: Id; name: string; endedOn: PlainDate | null }>

/** The partnerships in which a company is, or was, a party; those that go on first. */
export const partnershipsWith = async (
  { db, actor }: WorkspaceTx,
  organizationId: Id,
): Promise<readonly Partnership[]> => {
  const { rows } = await sql<Partnership>`
    select p.id, p.name, p.ended_on from partnership p
    where p.workspace_id = ${actor.workspaceId} and (p.organization_id = ${organizationId} or p.id in (
      select t.partnership_id from partnership_party t
      where t.workspace_id = ${actor.workspaceId} and t.organization_id = ${organizationId}))
    order by p.ended_on desc nulls first, p.id limit 10`.execute(db)
  return rows
}

/** Where else a company is, or was, a candidate: the latest first. */
export const candidaciesOf = async (tx: WorkspaceTx, organizationId: Id, but: Id | undefined) => {
  const { db, actor } = tx
  const rows = await candidates
    .rows(tx)
    .where("organizationId", "=", organizationId)
    .where("partnershipId", "is", null)
    .orderBy("movedAt", "desc")
    .limit(10)
    .execute()
  const profiles = await db
    .selectFrom("idealProfile")
    .select(["id", "name"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(rows.map(({ profileId }) => profileId)))
    .execute()
  const nameOf = new Map(profiles.map(({ id, name }) => [id, name]))
  return rows
    .filter(({ id }) => id !== but)
    .map(({ id, profileId, stage, movedAt }) => ({
      ...{ id, profileName: nameOf.get(profileId) ?? "", isDeclined: stage === "declined" },
      movedOn: dateIn(actor.timeZone, movedAt),
    }))
}
