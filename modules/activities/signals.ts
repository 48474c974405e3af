import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { RecordRow, WeeklyQuestion, WeeklyRow, WeeklySource } from "#platform/weekly"
import { hadHappened, knownBy, weekOfInstant } from "#platform/weekly"
import { campaignKinds, governanceKinds, trainingKinds } from "./rules.ts"

/**
 * Whose people were trained: those of the only company, or of the company the act names. Where several take part and none is
 * named, it is everybody's.
 */
const companyOf = ({ actor: { workspaceId } }: WorkspaceTx) => sql`coalesce(nullif(a.party_id, a.workspace_id),
  (select c.organization_id from contact c where c.workspace_id = ${workspaceId} and c.id = a.contact_id),
  (select p.organization_id from partnership p where p.workspace_id = ${workspaceId} and p.id = a.partnership_id
    and not exists (select from partnership_party t where t.workspace_id = ${workspaceId} and t.partnership_id = p.id)))`

/**
 * Contacts, people and meetings per week. An exchange is one two-way act, or a word from each side in the same week; what one side
 * sends unanswered is no contact. People count only where names are kept.
 */
const contacts: WeeklySource = {
  gap: "zero",
  tells: [
    ...["two_way_contacts", "active_contacts", "governance_meetings_held", "campaigns_run"],
    "training_completions",
  ],
  read: async (tx, { subjects, knownAt, lastWeek }) =>
    (
      await sql<WeeklyRow>`
      with known as (
        select a.partnership_id, a.kind, a.direction, ${weekOfInstant("a.occurred_at", tx.actor.timeZone)} as week,
          coalesce(a.contact_id::text, lower(a.person)) as person, case when a.kind ~* ${trainingKinds} then ${companyOf(tx)} end as company
        from activity a
        where a.workspace_id = ${tx.actor.workspaceId} and a.partnership_id = any(${subjects}::uuid[]) and ${knownBy("a", knownAt)}
          and ${hadHappened("a", "occurred_at", tx.actor.timeZone)}
      ), weekly as (
        select partnership_id, week,
          count(*) filter (where direction = 'two_way')
            + least(count(*) filter (where direction = 'from_host'), count(*) filter (where direction = 'from_partner')) as contacts,
          count(distinct person) as people,
          count(*) filter (where kind ~* ${governanceKinds}) as meetings,
          count(*) filter (where kind ~* ${campaignKinds}) as campaigns
        from known where week <= ${lastWeek} group by partnership_id, week
      ), trainings as (
        select partnership_id, week, company, count(*) as trainings from known
        where week <= ${lastWeek} and kind ~* ${trainingKinds} group by 1, 2, 3
      ), counted as (
        select partnership_id, week, signal, null::uuid as party_id, value
        from weekly, lateral (values ('two_way_contacts', contacts), ('active_contacts', people),
          ('governance_meetings_held', meetings), ('campaigns_run', campaigns)) as kinds (signal, value)
        union all select partnership_id, week, 'training_completions', company, trainings from trainings
      )
      select partnership_id as subject, signal, party_id, array_agg(week order by week) as weeks, array_agg(value::float8 order by week) as values
      from counted where value > 0 group by partnership_id, signal, party_id`.execute(tx.db)
    ).rows,
  record: { filesOfActs: "activities", read: (tx, question) => recorded(tx, question) },
}

/**
 * The weeks in which each import, and Keelson itself, recorded anything of a partnership; a file's only those from the first to the last
 * act of each signal's kind, because calls that go on tell nothing of meetings.
 */
const recorded = async (
  { db, actor }: WorkspaceTx,
  { subjects, knownAt, lastWeek }: WeeklyQuestion,
): Promise<readonly RecordRow[]> =>
  (
    await sql<RecordRow>`
    with known as (
      select a.partnership_id, a.import_id, ${weekOfInstant("a.occurred_at", actor.timeZone)} as week,
        bool_or(a.kind ~* ${governanceKinds}) as meets, bool_or(a.kind ~* ${campaignKinds}) as campaigns, bool_or(a.kind ~* ${trainingKinds}) as trains
      from activity a
      where a.workspace_id = ${actor.workspaceId} and a.partnership_id = any(${subjects}::uuid[]) and ${knownBy("a", knownAt)}
        and ${hadHappened("a", "occurred_at", actor.timeZone)}
      group by 1, 2, 3
    )
    select partnership_id as subject, import_id, signal,
      case when import_id is null then array_agg(week order by week) else array[min(week), max(week)] end as weeks
    from known, lateral (values ('two_way_contacts', true), ('active_contacts', true), ('governance_meetings_held', meets),
      ('campaigns_run', campaigns), ('training_completions', trains)) as spoken (signal, is_spoken)
    where week <= ${lastWeek} and (is_spoken or import_id is null) group by 1, 2, 3`.execute(db)
  ).rows

export const signals: readonly WeeklySource[] = [contacts]
