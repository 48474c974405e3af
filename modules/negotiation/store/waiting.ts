import { partyOf } from "#core/actor"
import { countedUpTo } from "#core/attention"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { hasOpenTermsIn } from "#modules/agreements"
import { ofReader } from "#modules/partnerships"
import { type Asked, askedIn } from "#platform/attention"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

type Waiting = Readonly<{
  draftId: Id
  partnershipId: Id
  partnershipName: string
  title: string
  since: Instant
}>

/** Drafts in review on which another party's proposals lie open, with how many, the longest first; of all of them, as far as is counted. */
export const proposalsToAnswer = async (tx: WorkspaceTx, asked: Asked) => {
  const { workspaceId } = tx.actor
  const { rows } = await sql<Waiting & Readonly<{ proposals: number }>>`
    select d.id as draft_id, d.partnership_id, p.name as partnership_name, d.content ->> 'title' as title,
      count(*)::int as proposals, min(c.proposed_at) as since
    from agreement_draft d
    join partnership p on p.workspace_id = d.workspace_id and p.id = d.partnership_id ${ofReader(tx, asked.whose)}
    join clause_proposal c on c.workspace_id = d.workspace_id and c.draft_id = d.id and c.state = 'open' and c.party_id <> ${partyOf(tx.actor)}
    where d.workspace_id = ${workspaceId} and d.state = 'in_review' ${askedIn("d.id", asked)}
    group by d.id, d.partnership_id, p.name, d.content ->> 'title'
    order by since, d.id limit ${countedUpTo}`.execute(tx.db)
  return rows
}

/** Drafts in review whose latest version one's own party does not hold, without open terms and open proposals, the longest first. */
export const versionsToAgree = async (tx: WorkspaceTx, asked: Asked) => {
  const { workspaceId } = tx.actor
  const { rows } = await sql<Waiting & Readonly<{ number: number }>>`
    select d.id as draft_id, d.partnership_id, p.name as partnership_name, d.content ->> 'title' as title, v.number, v.made_at as since
    from agreement_draft d
    join partnership p on p.workspace_id = d.workspace_id and p.id = d.partnership_id ${ofReader(tx, asked.whose)}
    join agreement_version v on v.workspace_id = d.workspace_id and v.draft_id = d.id
    where d.workspace_id = ${workspaceId} and d.state = 'in_review' ${askedIn("d.id", asked)}
      and not exists (select from agreement_version n where n.workspace_id = ${workspaceId} and n.draft_id = d.id and n.number > v.number)
      and not exists (select from version_consent c where c.workspace_id = ${workspaceId} and c.version_id = v.id and c.party_id = ${partyOf(tx.actor)})
      and not exists (select from clause_proposal c where c.workspace_id = ${workspaceId} and c.draft_id = d.id and c.state = 'open')
      and not ${hasOpenTermsIn("v")}
    order by since, d.id limit ${countedUpTo}`.execute(tx.db)
  return rows
}
