import type { Id } from "#core/ids"
import { hasActivities } from "#modules/activities"
import { hasAgreement } from "#modules/agreements"
import { hasDeals } from "#modules/deals"
import { hasMeasurements } from "#modules/measurements"
import { isLiveIn, ofReader } from "#modules/partnerships"
import { hasInvited } from "#modules/people"
import { hasPartnerUsers, hasSeveralMembers } from "#modules/workspaces"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { type FirstStep, firstSteps, type Holdings } from "./rules.ts"

/** Everything by one statement; each part ends at the first row that answers it. */
export const holdingsOf = async ({ db, actor }: WorkspaceTx): Promise<Omit<Holdings, "isSomethingSaid">> => {
  const { workspaceId } = actor
  const live = sql`select from partnership p where p.workspace_id = ${workspaceId} and ${isLiveIn("p")}`
  const { rows } = await sql<Omit<Holdings, "isSomethingSaid">>`select
    exists (${live}) as has_partnerships,
    not exists (${live} and p.owner_id is null) as is_each_owned,
    (${hasActivities(workspaceId)} or ${hasMeasurements(workspaceId)} or ${hasDeals(workspaceId)}) as has_facts,
    ${hasAgreement(workspaceId)} as has_agreement,
    (${hasPartnerUsers(workspaceId)} or ${hasInvited(workspaceId, "partner")}) as has_partner_people,
    (${hasSeveralMembers(workspaceId)} or ${hasInvited(workspaceId, "host")}) as has_colleagues`.execute(db)
  return rows[0] as Holdings
}

type Example = Readonly<{ partnershipId: Id; organizationId: Id }>

/** A partnership to go on with: without an agreement, the reader's own before those of others. */
export const exampleFor = async (tx: WorkspaceTx): Promise<Example | null> => {
  for (const whose of ["mine", "all"] as const) {
    const { rows } = await sql<Example>`select p.id as partnership_id, p.organization_id from partnership p
      where p.workspace_id = ${tx.actor.workspaceId} ${ofReader(tx, whose)}
        and not ${hasAgreement(tx.actor.workspaceId, sql.ref("p.id"))}
      order by p.id limit 1`.execute(tx.db)
    if (rows[0]) return rows[0]
  }
  return null
}

/** The person who asks; Keelson itself dismisses nothing. */
const me = ({ actor }: WorkspaceTx): string => ("userId" in actor ? (actor.userId ?? "") : "")

export const dismissedBy = async (tx: WorkspaceTx): Promise<FirstStep[]> => {
  const rows = await tx.db
    .selectFrom("dismissedStep")
    .select("step")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("userId", "=", me(tx))
    .execute()
  return firstSteps.filter((each) => rows.some(({ step }) => step === each))
}

export const saveDismissed = async (tx: WorkspaceTx, steps: readonly FirstStep[]): Promise<void> => {
  const own = { workspaceId: tx.actor.workspaceId, userId: me(tx) }
  await tx.db
    .deleteFrom("dismissedStep")
    .where("workspaceId", "=", own.workspaceId)
    .where("userId", "=", own.userId)
    .execute()
  if (steps.length > 0)
    await tx.db
      .insertInto("dismissedStep")
      .values(steps.map((step) => ({ ...own, step })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
