import type { Id } from "#core/ids"
import { inReadingOrder } from "#core/readingOrder"
import type { PlainDate } from "#core/time"
import { accessChanged } from "#platform/access"
import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Parties } from "#rules/partnerships"

/** A further company of a consortium. `name` is null where the actor may not see that company. */
export type FurtherParty = Readonly<{
  organizationId: Id
  name: string | null
  joinedOn: PlainDate | null
  leftOn: PlainDate | null
}>

/** Who takes part in a partnership now. */
export const partiesNow = async (
  { db, actor }: WorkspaceTx,
  { id, organizationId }: Readonly<{ id: Id; organizationId: Id }>,
): Promise<Parties> => {
  const further = await db
    .selectFrom("partnershipParty")
    .select("organizationId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", id)
    .where("leftOn", "is", null)
    .execute()
  return { host: actor.workspaceId, companies: [organizationId, ...further.map((party) => party.organizationId)] }
}

/** The name of a company of a partnership; null for the host, and where there is one company only and its side says it all. */
export type CompanyNames = (partnershipId: Id, partyId: Id | null) => string | null

type Company = Readonly<{ partnershipId: Id; id: Id; name: string }>

/**
 * The companies of those of these partnerships that have several. By name they know each other, and by nothing else, so the names
 * come from a function of the database that tells no more.
 */
const companiesIn = async ({ db, actor }: WorkspaceTx, partnershipIds: readonly Id[]): Promise<readonly Company[]> => {
  if (partnershipIds.length === 0) return []
  const shared = await db
    .selectFrom("partnershipParty")
    .select("partnershipId")
    .distinct()
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", anyOf([...new Set(partnershipIds)]))
    .execute()
  if (shared.length === 0) return []
  const { rows } = await sql<Company>`select partnership_id, id, name
    from companies_of(${actor.workspaceId}, ${shared.map(({ partnershipId }) => partnershipId)}::uuid[])`.execute(db)
  return rows
}

/** What the companies of these partnerships are called. */
export const companyNames = async (tx: WorkspaceTx, partnershipIds: readonly Id[]): Promise<CompanyNames> => {
  const companies = await companiesIn(tx, partnershipIds)
  const names = new Map(companies.map(({ partnershipId, id, name }) => [`${partnershipId} ${id}`, name]))
  return (partnershipId, partyId) => names.get(`${partnershipId} ${partyId}`) ?? null
}

/**
 * What the companies are called to whom an event of this partnership happened, as who asks may know it: the host knows all, and the
 * companies each other while they take part.
 */
export const companiesBefallen = async (tx: WorkspaceTx, partnershipId: Id, nameOf: CompanyNames) => {
  const { db, actor } = tx
  const named = (organizationId: Id | null) => nameOf(partnershipId, organizationId)
  if (actor.side === "host") return named
  const left = await db
    .selectFrom("partnershipParty")
    .select("organizationId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", partnershipId)
    .where("leftOn", "is not", null)
    .execute()
  const gone = new Set(left.map(({ organizationId }) => organizationId))
  return (organizationId: Id | null) =>
    organizationId !== null && gone.has(organizationId) ? null : named(organizationId)
}

/** The companies of a partnership that has several, by name; none where there is one. */
export const companiesOf = async (tx: WorkspaceTx, partnershipId: Id): Promise<readonly { id: Id; name: string }[]> =>
  (await companiesIn(tx, [partnershipId]))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => inReadingOrder(a.name, b.name))

/** One more column of a partnership `p`, in the type above: those who joined first come first. */
export const furtherParties = ({ actor }: WorkspaceTx) =>
  sql`, (select coalesce(jsonb_agg(
      jsonb_build_object('organizationId', t.organization_id, 'name', o.name, 'joinedOn', t.joined_on, 'leftOn', t.left_on)
      order by t.joined_on, t.organization_id), '[]')
    from partnership_party t left join organization o on o.workspace_id = t.workspace_id and o.id = t.organization_id
    where t.workspace_id = ${actor.workspaceId} and t.partnership_id = p.id) as further_parties`

/** False when the company is a party already; one that left comes back. */
export const joinParty = async (
  tx: WorkspaceTx,
  party: { partnershipId: Id; organizationId: Id; joinedOn: PlainDate },
): Promise<boolean> => {
  const { db, actor } = tx
  const result = await db
    .insertInto("partnershipParty")
    .values({ workspaceId: actor.workspaceId, ...party })
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "partnershipId", "organizationId"])
        .doUpdateSet({ joinedOn: party.joinedOn, leftOn: null })
        .where("partnershipParty.leftOn", "is not", null),
    )
    .executeTakeFirst()
  await accessChanged(tx, party.organizationId)
  return result.numInsertedOrUpdatedRows === 1n
}

/** False when the company is not a party now. */
export const leaveParty = async (
  tx: WorkspaceTx,
  party: { partnershipId: Id; organizationId: Id; leftOn: PlainDate },
): Promise<boolean> => {
  const { db, actor } = tx
  const result = await db
    .updateTable("partnershipParty")
    .set({ leftOn: party.leftOn })
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", party.partnershipId)
    .where("organizationId", "=", party.organizationId)
    .where("leftOn", "is", null)
    .executeTakeFirst()
  await accessChanged(tx, party.organizationId)
  return result.numUpdatedRows === 1n
}
