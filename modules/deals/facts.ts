import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

/** Partnerships with a deal on record: their pipeline is a level that time alone keeps standing. */
export const withDeals = (workspaceId: Id) => sql`
  select d.partnership_id from deal d where d.workspace_id = ${workspaceId} and d.retracted_at is null`

/** Something of the kind is on record; what was retracted is not. */
export const hasDeals = (workspaceId: Id) =>
  sql<boolean>`exists (select from deal where workspace_id = ${workspaceId} and retracted_at is null)`

type Won = Readonly<{ id: Id; wonOn: PlainDate | null; amountMinor: number | null; currency: string | null }>

/**
 * Deals won since a day, or on a day that nobody knows, by partnership and in the order of their days. A partnership with deals on record and
 * none won has none; one of which no deal is on record is not in it.
 */
export const wonDealsOf = async (
  { db, actor }: WorkspaceTx,
  partnershipIds: readonly Id[],
  since: PlainDate,
): Promise<ReadonlyMap<Id, readonly Won[]>> => {
  const { rows } = await sql<{ partnershipId: Id; won: readonly Won[] }>`
    select d.partnership_id, coalesce(jsonb_agg(jsonb_build_object(
        'id', d.id, 'wonOn', d.closed_on, 'amountMinor', d.amount_minor, 'currency', d.currency) order by d.closed_on, d.id)
      filter (where d.state = 'won' and (d.closed_on is null or d.closed_on >= ${since}::date)), '[]') as won
    from deal d where d.workspace_id = ${actor.workspaceId} and d.partnership_id = any(${partnershipIds}::uuid[])
      and d.retracted_at is null group by d.partnership_id`.execute(db)
  return new Map(rows.map(({ partnershipId, won }) => [partnershipId, won]))
}

/** The day on which the first deal was registered since a day, in the partnership that an expression names; one that nobody dates counts for nothing. */
export const firstRegistered = (workspaceId: Id, partnership: ReturnType<typeof sql>, since: ReturnType<typeof sql>) =>
  sql<PlainDate | null>`(select min(d.registered_at)::date from deal d where d.workspace_id = ${workspaceId}
    and d.partnership_id = ${partnership} and d.retracted_at is null and d.registered_to is distinct from 'unknown'
    and d.registered_at >= ${since})`
