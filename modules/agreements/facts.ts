import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { longestBreakDays } from "#core/workdays"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { endingWindowDays, noticeWindowDays, recurringWindowDays, statesInForce } from "./rules.ts"

/**
 * What is derived of an agreement, in SQL over rows of `agreement` (named by the alias `of`), for those who list or filter by it.
 * Each is the rule of the same name; `facts.test.ts` holds the two together. Days of notice are stored.
 */
const column = (of: string, name: string) => sql.ref(`${of}.${name}`)
const inForce = sql.raw(`(${statesInForce.map((state) => `'${state}'`).join(", ")})`)

export const isInForceIn = (of: string) => sql<boolean>`${column(of, "state")} in ${inForce}`

/** The workday to act by lies at most a long break before the last day of notice, so that an index finds it. */
export const isNoticeNearIn = (of: string, today: PlainDate) =>
  sql<boolean>`(${isInForceIn(of)} and ${column(of, "noticeOn")} between ${addDays(today, -longestBreakDays)}::date
    and ${addDays(today, noticeWindowDays)}::date and coalesce(${column(of, "lastNoticeOn")}, ${column(of, "noticeOn")}) >= ${today}::date
    and (${column(of, "endsOn")} is not null or ${column(of, "noticeOn")} <= ${addDays(today, recurringWindowDays)}::date))`

/** It will go on after its last day: nobody gave notice. */
export const renewsIn = (of: string, workspaceId: Id) =>
  sql<boolean>`(${column(of, "autoRenews")} and not exists (select from notice_given n where n.workspace_id = ${workspaceId}
    and n.agreement_id = ${column(of, "id")} and n.withdrawn_at is null))`

export const isEndNearIn = (of: string, today: PlainDate) =>
  sql<boolean>`(${isInForceIn(of)} and ${column(of, "endsOn")} between ${today}::date and ${addDays(today, endingWindowDays)}::date)`

/** Of a version: its words name a term that nobody has set, so that nobody can agree to it (`openTerms`). */
export const hasOpenTermsIn = (of: string) =>
  sql<boolean>`exists (select from jsonb_path_query(${column(of, "text")}, '$.clauses[*].content.**.attrs.kind') as kind
    where not ${column(of, "text")} -> 'terms' ? (kind #>> '{}'))`

/** What the newest agreement in force is worth, for the partnership `id` of a row; null where none says so. */
export const agreedValue = (workspaceId: string, id: ReturnType<typeof sql>) =>
  sql<{ amountMinor: number; currency: string } | null>`(
    select jsonb_build_object('amountMinor', a.value_minor, 'currency', a.currency) from agreement a
    where a.workspace_id = ${workspaceId} and a.partnership_id = ${id} and ${isInForceIn("a")} and a.value_minor > 0
    order by a.starts_on desc, a.id desc limit 1)`

/** A lateral join named `as` with the column `next_end` (`NextEnd` or null), for the partnership `id` of a row. */
export const nextEnd = (workspaceId: string, id: ReturnType<typeof sql>, today: PlainDate, as: string) =>
  sql`left join lateral (
    select jsonb_build_object('agreementId', a.id, 'title', a.title, 'endsOn', a.ends_on, 'noticeOn', a.notice_on,
      'autoRenews', ${renewsIn("a", workspaceId)}) as next_end
    from agreement a where a.workspace_id = ${workspaceId} and a.partnership_id = ${id} and ${isInForceIn("a")}
      and a.ends_on >= ${today}::date
    order by a.ends_on limit 1) ${sql.ref(as)} on true`

/** Some agreement is on record: with anybody, or in the partnership that an expression names. */
export const hasAgreement = (workspaceId: Id, partnership?: ReturnType<typeof sql>) =>
  sql<boolean>`exists (select from agreement where workspace_id = ${workspaceId}
    ${partnership ? sql`and partnership_id = ${partnership}` : sql``})`

/** The day on which the first agreement came into force that did, in the partnership that an expression names. */
export const firstInForceOn = (workspaceId: Id, partnership: ReturnType<typeof sql>) =>
  sql<PlainDate | null>`(select min(a.starts_on) from agreement a where a.workspace_id = ${workspaceId}
    and a.partnership_id = ${partnership} and (${isInForceIn("a")} or a.state in ('expired', 'terminated')))`

type InForce = Readonly<{ id: Id; partnershipId: Id; startsOn: PlainDate; endsOn: PlainDate | null }>

/** The agreements of these partnerships that are in force, from when to when; one that renews itself has no end. */
export const inForceOf = async (
  { db, actor }: WorkspaceTx,
  partnershipIds: readonly Id[],
): Promise<readonly InForce[]> => {
  const { rows } = await sql<InForce>`
    select a.id, a.partnership_id, a.starts_on, case when not ${renewsIn("a", actor.workspaceId)} then a.ends_on end as ends_on
    from agreement a where a.workspace_id = ${actor.workspaceId} and a.partnership_id = any(${partnershipIds}::uuid[])
      and ${isInForceIn("a")} order by a.starts_on, a.id`.execute(db)
  return rows
}
