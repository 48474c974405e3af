import type { Id } from "#core/ids"
import { partnershipNameOf } from "#modules/partnerships"
import { pageIn, parseSort } from "#platform/cursor"
import { anyOf, sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import { isStuckIn, isUnderWayIn } from "../facts.ts"

const onboardings = tableOf()(
  "onboarding",
  [
    ...(["id", "partnershipId", "partyId", "planId", "name", "startedOn", "plannedEnd", "startedBy"] as const),
    ...(["givenUpAt", "givenUpWhy", "openedAt", "openedWhy", "version"] as const),
  ],
  { made: ["createdAt"] },
)

export const insertOnboarding = onboardings.insert
export const saveOnboarding = onboardings.save
export const lockOnboarding = onboardings.lock

/** With the partnership's name and type, and the day on which its plan starts now. */
const named = (tx: WorkspaceTx) => {
  const { workspaceId } = tx.actor
  return onboardings
    .rows(tx)
    .select(partnershipNameOf(workspaceId, "onboarding.partnershipId").as("partnershipName"))
    .select(
      sql<PartnershipType>`(select p.type from partnership p
        where p.workspace_id = ${workspaceId} and p.id = onboarding.partnership_id)`.as("type"),
    )
    .select(
      sql<
        string | null
      >`(select l.starts_on from plan l where l.workspace_id = ${workspaceId} and l.id = onboarding.plan_id)`.as(
        "startsOn",
      ),
    )
}
export type OnboardingRow = Awaited<ReturnType<typeof onboardingsOf>>[number]

export const findOnboarding = (tx: WorkspaceTx, id: Id) => named(tx).where("id", "=", id).executeTakeFirst()

export const onboardingsOf = (tx: WorkspaceTx, partnershipId: Id) =>
  named(tx).where("partnershipId", "=", partnershipId).orderBy("startedOn", "desc").orderBy("id", "desc").execute()

export const onboardingsOfPlans = async (tx: WorkspaceTx, plans: readonly Id[]) =>
  plans.length === 0
    ? []
    : named(tx)
        .where("planId", "=", anyOf([...new Set(plans)]))
        .execute()

type Filter = Readonly<{
  limit: number
  after?: string | undefined
  sort: "startedOn" | "-startedOn"
  state: "under_way" | "stuck" | "finished" | "given_up" | "all"
  type?: PartnershipType | undefined
}>

/** In the order of the day on which they began. */
export const listOnboardings = (tx: WorkspaceTx, { limit, after, sort, state, type }: Filter) => {
  const { workspaceId } = tx.actor
  const isUnderWay = isUnderWayIn("onboarding", workspaceId)
  let query = named(tx)
  if (state === "under_way") query = query.where(isUnderWay)
  if (state === "stuck") query = query.where(isStuckIn("onboarding", workspaceId, tx.today))
  if (state === "finished") query = query.where("givenUpAt", "is", null).where(sql<boolean>`not ${isUnderWay}`)
  if (state === "given_up") query = query.where("givenUpAt", "is not", null)
  if (type !== undefined)
    query = query.where(
      sql<boolean>`exists (select from partnership p where p.workspace_id = ${workspaceId}
        and p.id = onboarding.partnership_id and p.type = ${type})`,
    )
  return pageIn(query, {
    by: "onboarding.startedOn",
    id: "onboarding.id",
    descending: parseSort(sort).descending,
    limit,
    after,
  })
}

const countedUpTo = 100

/** How many are under way, and how many of those are stuck. */
export const countUnderWay = async (tx: WorkspaceTx): Promise<{ underWay: number; stuck: number }> => {
  const { workspaceId } = tx.actor
  const { rows } = await sql<{ underWay: number; stuck: number }>`
    select count(*) as under_way, count(*) filter (where is_stuck) as stuck from (
      select ${isStuckIn("o", workspaceId, tx.today)} as is_stuck from onboarding o
      where o.workspace_id = ${workspaceId} and ${isUnderWayIn("o", workspaceId)} limit ${countedUpTo}) as under_way`.execute(
    tx.db,
  )
  return rows[0] ?? { underWay: 0, stuck: 0 }
}

/** Whether any company of a partnership is being onboarded now. */
export const hasUnderWay = async (tx: WorkspaceTx, partnershipId: Id): Promise<boolean> => {
  const found = await onboardings
    .rows(tx)
    .where("partnershipId", "=", partnershipId)
    .where(isUnderWayIn("onboarding", tx.actor.workspaceId))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export const onboardingsById = async (tx: WorkspaceTx, ids: readonly Id[]) =>
  ids.length === 0
    ? []
    : named(tx)
        .where("id", "=", anyOf([...new Set(ids)]))
        .execute()
