import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { anyOf, sql } from "#platform/database"
import { orNull, type Row, tableOf } from "#platform/table"
import type { Tx, WorkspaceTx } from "#platform/tx"
import type { PartnershipType, Stage } from "#rules/partnerships"
import { type FurtherParty, furtherParties } from "./parties.ts"

export const partnerships = tableOf<{ type: PartnershipType; stage: Stage }>()(
  "partnership",
  [
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
  ],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)

/** One partnership the actor may see. */
export const findPartnership = partnerships.find
export const lockPartnership = partnerships.lock
export const insertPartnership = partnerships.insert

/** Locks these, in one order, so that nobody begins anything in them meanwhile; those that are there. */
export const lockPartnerships = ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<{ id: Id }[]> =>
  db
    .selectFrom("partnership")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .orderBy("id")
    .forUpdate()
    .execute()

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

type RecordRow = Row<typeof partnerships> &
  Readonly<{ organizationName: string; furtherParties: readonly FurtherParty[] }>

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

/** Of the details, those that an edit may leave empty. */
const optional = ["ownerId", "region", "tier", "program", "startedOn", "reason"] as const

export const savePartnership = (tx: WorkspaceTx, id: Id, details: PartnershipDetails) =>
  partnerships.save(tx, id, orNull(details, optional))

/** The partnerships a company takes part in, asked before anyone is inside the workspace. */
export const partnershipsOf = async ({ db }: Tx, workspaceId: Id, organizationId: Id): Promise<readonly Id[]> => {
  const { rows } = await sql<{ id: Id }>`select partnerships_of(${workspaceId}, ${organizationId}) as id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * The partnerships whose own or whose company's name is like the words, for `= any(...::uuid[])`. Asked for by itself, because a
 * cluster would run the function where there are only pieces of the table; the ids stay the text they come as, however many.
 */
export const partnershipsNamed = async ({ db, actor }: WorkspaceTx, words: string): Promise<string> => {
  const { rows } = await sql<{ ids: string }>`
    select array(select partnerships_named(${actor.workspaceId}, ${words}))::text as ids`.execute(db)
  return rows[0]?.ids ?? "{}"
}
