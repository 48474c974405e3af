import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { sql } from "#platform/database"
import type { Tx, WorkspaceTx } from "#platform/tx"
import type { PartnershipType, Stage } from "#rules/partnerships"
import { type FurtherParty, furtherParties } from "./parties.ts"

const columns = [
  "id",
  "organizationId",
  "name",
  "type",
  "stage",
  "ownerId",
  "region",
  "tier",
  "program",
  "currency",
  "startedOn",
  "endedOn",
  "reason",
  "externalId",
  "version",
  "createdAt",
  "updatedAt",
] as const

/** The check constraints of the table hold these two to the closed lists. */
const typed = <Row extends { type: string; stage: string }>(row: Row) =>
  row as Omit<Row, "type" | "stage"> & { type: PartnershipType; stage: Stage }

/** What people say about a partnership; everything else follows from what happens. */
export type PartnershipDetails = Readonly<{
  name: string
  type: PartnershipType
  ownerId?: Id | undefined
  region?: string | undefined
  tier?: string | undefined
  program?: string | undefined
  currency: string
  startedOn?: PlainDate | undefined
  reason?: string | undefined
}>

export type NewPartnership = PartnershipDetails &
  Readonly<{ id: Id; organizationId: Id; stage?: Stage | undefined; externalId?: string | undefined }>

/** One partnership the actor may see. */
export const findPartnership = async ({ db, actor }: WorkspaceTx, id: Id) => {
  const row = await db
    .selectFrom("partnership")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst()
  return row && typed(row)
}

/** The same with its companies, for the answer of an act. */
export const findRecord = async (tx: WorkspaceTx, id: Id) => {
  const { db, actor } = tx
  const { rows } = await sql<RecordRow>`
    select p.id, p.name, p.organization_id, p.type, p.stage, p.owner_id, p.region, p.tier, p.program, p.currency, p.started_on,
      p.ended_on, p.reason, p.external_id, p.version, p.created_at, p.updated_at, coalesce(o.name, p.name) as organization_name
      ${furtherParties(tx)}
    from partnership p left join organization o on o.workspace_id = p.workspace_id and o.id = p.organization_id
    where p.workspace_id = ${actor.workspaceId} and p.id = ${id}`.execute(db)
  return rows[0]
}

type RecordRow = NonNullable<Awaited<ReturnType<typeof findPartnership>>> &
  Readonly<{ organizationName: string; furtherParties: readonly FurtherParty[] }>

export const lockPartnership = async ({ db, actor }: WorkspaceTx, id: Id) => {
  const row = await db
    .selectFrom("partnership")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()
  return row && typed(row)
}

export const insertPartnership = async ({ db, actor, now }: WorkspaceTx, made: NewPartnership) =>
  typed(
    await db
      .insertInto("partnership")
      .values({ workspaceId: actor.workspaceId, ...made, createdAt: now, updatedAt: now })
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

export const savePartnership = async ({ db, actor, now }: WorkspaceTx, id: Id, details: PartnershipDetails) =>
  typed(
    await db
      .updateTable("partnership")
      .set(({ eb }) => ({
        ...details,
        ownerId: details.ownerId ?? null,
        region: details.region ?? null,
        tier: details.tier ?? null,
        program: details.program ?? null,
        startedOn: details.startedOn ?? null,
        reason: details.reason ?? null,
        version: eb("version", "+", 1),
        updatedAt: now,
      }))
      .where("workspaceId", "=", actor.workspaceId)
      .where("id", "=", id)
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

export const saveStage = async ({ db, actor, now }: WorkspaceTx, id: Id, stage: Stage, endedOn: PlainDate | null) =>
  typed(
    await db
      .updateTable("partnership")
      .set(({ eb }) => ({ stage, endedOn, version: eb("version", "+", 1), updatedAt: now }))
      .where("workspaceId", "=", actor.workspaceId)
      .where("id", "=", id)
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

/** The partnerships a company takes part in, asked before anyone is inside the workspace. */
export const partnershipsOf = async ({ db }: Tx, workspaceId: Id, organizationId: Id): Promise<readonly Id[]> => {
  const { rows } = await sql<{ id: Id }>`select partnerships_of(${workspaceId}, ${organizationId}) as id`.execute(db)
  return rows.map(({ id }) => id)
}
