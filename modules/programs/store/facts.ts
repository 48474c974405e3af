import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { inForceOf } from "#modules/agreements"
import { wonDealsOf } from "#modules/deals"
import { sharedMeasured } from "#modules/measurements"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { amountIn, type Certificate, type Facts, type Rate } from "../rules.ts"

type Wanted = Readonly<{
  partnershipIds: readonly Id[]
  metrics: readonly string[]
  /** The first day of the longest window. */
  since: PlainDate
  currency: string
  rates: readonly Rate[]
}>

/** What is known of these partnerships now, beside what is said by hand: only what both sides may read. */
export const factsOf = async (
  tx: WorkspaceTx,
  { partnershipIds: ids, metrics, since, currency, rates }: Wanted,
): Promise<(partnershipId: Id) => Omit<Facts, "byHand">> => {
  const deals = await wonDealsOf(tx, ids, since)
  const measured = Map.groupBy(await sharedMeasured(tx, ids, metrics, since), (each) => each.partnershipId)
  const certified = Map.groupBy(await certificatesIn(tx, ids), (each) => each.partnershipId)
  const agreements = Map.groupBy(await inForceOf(tx, ids), (each) => each.partnershipId)
  return (id) => ({
    deals:
      deals.get(id)?.map(({ amountMinor, currency: own, ...deal }) => ({
        ...deal,
        amountMinor: amountIn(currency, rates, { ...deal, amountMinor, currency: own }),
      })) ?? null,
    measured: measured.get(id) ?? [],
    certificates: certified.get(id) ?? [],
    agreements: agreements.get(id) ?? [],
  })
}

type Held = Certificate & Readonly<{ partnershipId: Id }>

/** Certificates of the people of all companies that take part in these partnerships now. */
const certificatesIn = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<readonly Held[]> => {
  const { rows } = await sql<Held>`
    with companies as (
      select p.id as partnership_id, p.organization_id from partnership p
      where p.workspace_id = ${actor.workspaceId} and p.id = any(${ids}::uuid[])
      union select t.partnership_id, t.organization_id from partnership_party t
      where t.workspace_id = ${actor.workspaceId} and t.partnership_id = any(${ids}::uuid[]) and t.left_on is null
    )
    select companies.partnership_id, c.id, c.contact_id, c.kind, c.issued_on, c.valid_until
    from certificate c join companies on companies.organization_id = c.organization_id
    where c.workspace_id = ${actor.workspaceId} and c.retracted_at is null order by c.issued_on, c.id`.execute(db)
  return rows
}

type Named = Readonly<{ id: Id; name: string }>

/** What deals, agreements and people are called that a line was counted from, of those that the reader may see. */
export const namesOfSources = async (
  { db, actor }: WorkspaceTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<Named>`
    select d.id, d.name from deal d where d.workspace_id = ${actor.workspaceId} and d.id = any(${ids}::uuid[])
    union all select a.id, a.title from agreement a where a.workspace_id = ${actor.workspaceId} and a.id = any(${ids}::uuid[])
    union all select c.id, c.name from contact c where c.workspace_id = ${actor.workspaceId} and c.id = any(${ids}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
