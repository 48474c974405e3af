import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"

export const lessons = tableOf()(
  "partnershipLesson",
  ["id", "partnershipId", "words", "writtenBy", "version", "createdAt", "updatedAt"],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)

export const lessonOf = (tx: WorkspaceTx, partnershipId: Id) =>
  lessons.rows(tx).where("partnershipId", "=", partnershipId).executeTakeFirst()

/** Why partnerships ended, as it was said when they were moved there; an end that a file told has no reason. */
const whyEnded = (workspaceId: Id, id: ReturnType<typeof sql>) => sql<
  string | null
>`(select e.payload ->> 'reason' from event e
  where e.workspace_id = ${workspaceId} and e.kind = 'partnership.moved' and e.subject_id = ${id} and e.payload ->> 'to' = 'ended'
  order by e.id desc limit 1)`

export type EndedRow = Readonly<{
  id: Id
  name: string
  type: PartnershipType
  endedOn: PlainDate | null
  country: string | null
  regions: readonly string[]
  industries: readonly string[]
  capabilities: readonly string[]
  hasLesson: boolean
}>

/** So many are looked through: what ended long before says little of today. */
const mostEnded = 1_000

/** The partnerships that ended last, with what is known of their companies. */
export const endedPartnerships = async ({ db, actor }: WorkspaceTx): Promise<readonly EndedRow[]> => {
  const { rows } = await sql<EndedRow>`
    select p.id, p.name, p.type, p.ended_on, o.country, case when p.region is null then o.regions else o.regions || p.region end as regions,
      o.industries, o.capabilities, l.id is not null as has_lesson
    from partnership p join organization o on o.workspace_id = ${actor.workspaceId} and o.id = p.organization_id
      left join partnership_lesson l on l.workspace_id = ${actor.workspaceId} and l.partnership_id = p.id
    where p.workspace_id = ${actor.workspaceId} and p.stage = 'ended'
    order by p.ended_on desc nulls last, p.id desc limit ${mostEnded}`.execute(db)
  return rows
}

type Learnt = Readonly<{ id: Id; why: string | null; words: string | null; writtenBy: string | null }>

/** Why these ended, and what was learnt of them. */
export const learntOf = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<ReadonlyMap<Id, Learnt>> => {
  const { workspaceId } = actor
  const { rows } = await sql<Learnt>`
    select p.id, ${whyEnded(workspaceId, sql`p.id`)} as why, l.words, m.name as written_by from partnership p
      left join partnership_lesson l on l.workspace_id = ${workspaceId} and l.partnership_id = p.id
      left join member m on m.workspace_id = ${workspaceId} and m.id = l.written_by
    where p.workspace_id = ${workspaceId} and p.id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
