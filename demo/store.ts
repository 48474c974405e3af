import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { addDays, startOfDayIn } from "#core/time"
import { demoFinished } from "#modules/workspaces"
import { newId } from "#platform/ids"
import type { Tx } from "#platform/tx"
import type { Role } from "./cast.ts"
import { host } from "./cast.ts"
import type { Measured, Registered } from "./history.ts"
import type { Promises } from "./promises.ts"
import { type Company, inBatches, insertCommitments, unitOf } from "./storedPromises.ts"

export { colleagues, insertAssignments, insertContacts } from "./storedPeople.ts"
export { insertCommitments } from "./storedPromises.ts"

/*
 * The demo writes rows itself, because it writes the past: what happened in March was recorded in March, which no use case
 * of today can say. The shapes are held to the schema by its generated types.
 */
type InDemo = Tx<System>

export const insertOrganization = async ({ db, actor }: InDemo, role: Role, on: PlainDate): Promise<Id> => {
  const id = newId()
  const { name, domain, country, region, industry } = role
  const at = startOfDayIn(actor.timeZone, on)
  await db
    .insertInto("organization")
    .values({
      workspaceId: actor.workspaceId,
      id,
      name,
      domains: [domain],
      country,
      website: `https://${domain}`,
      regions: [region],
      industries: [industry],
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  return id
}

export const insertPartnership = async (
  { db, actor }: InDemo,
  role: Role,
  organizationId: Id,
  ownerId: Id,
  on: PlainDate,
): Promise<Id> => {
  const id = newId()
  const at = startOfDayIn(actor.timeZone, on)
  await db
    .insertInto("partnership")
    .values({
      workspaceId: actor.workspaceId,
      id,
      organizationId,
      ownerId,
      name: role.name,
      type: role.type,
      stage: "active",
      region: role.region,
      currency: host.currency,
      startedOn: on,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  return id
}

export const insertParty = async (
  { db, actor, now }: InDemo,
  partnershipId: Id,
  { name, domain }: Readonly<{ name: string; domain: string }>,
  joinedOn: PlainDate,
): Promise<Id> => {
  const organizationId = newId()
  await db
    .insertInto("organization")
    .values({
      workspaceId: actor.workspaceId,
      id: organizationId,
      name,
      domains: [domain],
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await db
    .insertInto("partnershipParty")
    .values({ workspaceId: actor.workspaceId, partnershipId, organizationId, joinedOn })
    .execute()
  return organizationId
}

export const insertPromises = async (
  tx: InDemo,
  { partnershipId, organizationId }: Company,
  promises: Promises,
): Promise<Id> => {
  const { db, actor } = tx
  const { workspaceId, timeZone } = actor
  const { title, startsOn, endsOn, noticeDays, noticeOn, lastNoticeOn, autoRenews } = promises
  const createdAt = startOfDayIn(timeZone, startsOn)
  const agreementId = newId()
  await db
    .insertInto("agreement")
    .values({
      workspaceId,
      id: agreementId,
      partnershipId,
      title,
      startsOn,
      endsOn,
      signedOn: addDays(startsOn, -7),
      noticeDays,
      noticeOn,
      lastNoticeOn,
      autoRenews,
      renewalMonths: autoRenews ? 12 : null,
      currency: host.currency,
      createdAt,
      updatedAt: createdAt,
    })
    .execute()
  for (const { key: _, unit, ...objective } of promises.objectives)
    await db
      .insertInto("objective")
      .values({ workspaceId, id: newId(), partnershipId, agreementId, ...objective, unit: unitOf(unit), createdAt })
      .execute()
  await insertCommitments(tx, { partnershipId, organizationId, agreementId }, promises.commitments)
  return agreementId
}

type Acted = Readonly<{
  kind: string
  partyId: Id | null
  at: Instant
  contactId: Id | null
  summary: string
  effortMinutes: number
}>

export const insertActivities = (
  { db, actor }: InDemo,
  partnershipId: Id,
  activities: readonly Acted[],
): Promise<void> =>
  inBatches(activities, (some) =>
    db
      .insertInto("activity")
      .values(
        some.map(({ at, ...activity }) => ({
          workspaceId: actor.workspaceId,
          id: newId(),
          partnershipId,
          ...activity,
          occurredAt: at,
          recordedAt: at,
          source: "demo",
        })),
      )
      .execute(),
  )

export const insertDeals = (
  { db, actor }: InDemo,
  { partnershipId, organizationId: partyId }: Company,
  deals: readonly Registered[],
): Promise<void> =>
  inBatches(deals, (some) =>
    db
      .insertInto("deal")
      .values(
        some.map(({ at, ...deal }) => ({
          workspaceId: actor.workspaceId,
          id: newId(),
          partnershipId,
          partyId,
          ...deal,
          currency: host.currency,
          registeredAt: at,
          recordedAt: at,
        })),
      )
      .execute(),
  )

export const insertMeasurements = (
  { db, actor }: InDemo,
  { partnershipId, organizationId }: Company,
  measured: readonly Measured[],
): Promise<void> =>
  inBatches(measured, (some) =>
    db
      .insertInto("measurement")
      .values(
        some.map(({ week, expected, n, side, ...measurement }) => ({
          workspaceId: actor.workspaceId,
          id: newId(),
          partnershipId,
          periodStart: week,
          expected: expected ?? null,
          n: n ?? null,
          ...measurement,
          partyId: side === "both" ? null : side === "host" ? actor.workspaceId : organizationId,
          recordedAt: startOfDayIn(actor.timeZone, addDays(week, 8)),
          source: "demo",
        })),
      )
      .execute(),
  )

/** True when all its stories are told. */
export const isFinished = async ({ db, actor }: InDemo): Promise<boolean> =>
  (
    await db
      .selectFrom("event")
      .select("id")
      .where("workspaceId", "=", actor.workspaceId)
      .where("kind", "=", demoFinished.kind)
      .limit(1)
      .execute()
  ).length > 0

export const partnershipNames = async ({ db, actor }: InDemo): Promise<ReadonlySet<string>> =>
  new Set(
    (await db.selectFrom("partnership").select("name").where("workspaceId", "=", actor.workspaceId).execute()).map(
      ({ name }) => name,
    ),
  )

export const organizationOf = async ({ db, actor }: InDemo, name: string): Promise<Id | undefined> => {
  const found = await db
    .selectFrom("organization")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("name", "=", name)
    .executeTakeFirst()
  return found?.id
}

/** A company that stands there by its name alone. */
export const writtenOnceMore = async (
  tx: InDemo,
  { name, country }: Readonly<{ name: string; country: string }>,
): Promise<void> => {
  if ((await organizationOf(tx, name)) !== undefined) return
  const { db, actor, now } = tx
  await db
    .insertInto("organization")
    .values({ workspaceId: actor.workspaceId, id: newId(), name, country, createdAt: now, updatedAt: now })
    .execute()
}

export const findPartnership = async ({ db, actor }: InDemo, name: string): Promise<Id | undefined> => {
  const row = await db
    .selectFrom("partnership")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("name", "=", name)
    .executeTakeFirst()
  return row?.id
}

/** Everybody who can enter has been there since then. */
export const longSince = async ({ db, actor }: InDemo, on: PlainDate): Promise<void> => {
  const createdAt = startOfDayIn(actor.timeZone, on)
  await db.updateTable("member").set({ createdAt }).where("workspaceId", "=", actor.workspaceId).execute()
  await db.updateTable("partnerUser").set({ createdAt }).where("workspaceId", "=", actor.workspaceId).execute()
}
