import type { Actor, Member, MemberRole, PartnerRole, PartnerUser, System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { byReading, sql } from "#platform/database"
import type { Tx, WorkspaceTx } from "#platform/tx"
import { factorNeededBy } from "./store/factor.ts"

type Access = Readonly<{
  workspaceId: Id
  slug: string
  name: string
  timeZone: string
  side: "host" | "partner"
  role: string
  id: Id
  organizationId: Id | null
  isDemo: boolean
}>

/** Every workspace a person may enter, once per side and partner organization. */
export const accessOf = async ({ db }: Tx, userId: string): Promise<readonly Access[]> =>
  (await sql<Access>`select * from workspaces_of(${userId}) order by ${byReading("name")}, slug`.execute(db)).rows

/** The partnerships a company takes part in; a higher module knows them. */
type PartnershipsOf = (tx: Tx, workspaceId: Id, organizationId: Id) => Promise<readonly Id[]>

/** What a person is in one workspace; the host side wins where someone is both. */
export const actorIn = async (
  tx: Tx,
  userId: string,
  slug: string,
  partnershipsOf: PartnershipsOf,
): Promise<Member | PartnerUser | undefined> => {
  const found = (await accessOf(tx, userId))
    .filter((access) => access.slug === slug)
    .sort((a, b) => a.side.localeCompare(b.side))[0]
  if (!found) return undefined
  const { workspaceId, timeZone } = found
  if (found.side === "host")
    return {
      kind: "member",
      side: "host",
      workspaceId,
      timeZone,
      userId,
      memberId: found.id,
      role: found.role as MemberRole,
    }
  const organizationId = found.organizationId as Id
  return {
    kind: "partner-user",
    side: "partner",
    workspaceId,
    timeZone,
    userId,
    partnerUserId: found.id,
    organizationId,
    partnershipIds: await partnershipsOf(tx, workspaceId, organizationId),
    role: found.role as PartnerRole,
  }
}

/** What a person with a session is there, once they have the second factor that the workspace may ask for. */
export const actorSignedIn = async (
  tx: Tx,
  userId: string,
  slug: string,
  partnershipsOf: PartnershipsOf,
): Promise<Member | PartnerUser | "second-factor-needed" | undefined> => {
  const actor = await actorIn(tx, userId, slug, partnershipsOf)
  if (!actor) return undefined
  const needed = await factorNeededBy(tx, userId)
  const isNeeded = needed.some(({ workspaceId, side }) => workspaceId === actor.workspaceId && side === actor.side)
  return isNeeded ? "second-factor-needed" : actor
}

const columns = [
  "id",
  "slug",
  "name",
  "timeZone",
  "country",
  "currency",
  "isDemo",
  "falseAlarmsPerYear",
  "membersNeedFactor",
  "partnersNeedFactor",
  "version",
] as const

export const findWorkspace = ({ db, actor }: WorkspaceTx) =>
  db.selectFrom("workspace").select(columns).where("id", "=", actor.workspaceId).executeTakeFirst()

/** False drift alarms tolerated per partnership and year, as set at an instant: what the next change found, else today's. */
export const alarmBudgetThen = async ({ db, actor }: WorkspaceTx, knownAt: Instant): Promise<number> => {
  const { workspaceId } = actor
  const { rows } = await sql<{ budget: number }>`
    select coalesce((select (payload -> 'before' ->> 'falseAlarmsPerYear')::float8 from event
        where workspace_id = ${workspaceId} and kind = 'workspace.changed' and recorded_at > ${knownAt}
        order by recorded_at, id limit 1), false_alarms_per_year::float8) as budget
    from workspace where id = ${workspaceId}`.execute(db)
  return (rows[0] as { budget: number }).budget
}

export const lockWorkspace = ({ db, actor }: WorkspaceTx) =>
  db.selectFrom("workspace").select(columns).where("id", "=", actor.workspaceId).forUpdate().executeTakeFirst()

type Settings = Readonly<{
  name: string
  timeZone: string
  country?: string | undefined
  currency: string
  falseAlarmsPerYear: number
}>

export const saveWorkspace = ({ db, actor }: WorkspaceTx, settings: Settings) =>
  db
    .updateTable("workspace")
    .set(({ eb }) => ({ ...settings, country: settings.country ?? null, version: eb("version", "+", 1) }))
    .where("id", "=", actor.workspaceId)
    .returning(columns)
    .executeTakeFirstOrThrow()

export type NewWorkspace = Readonly<{
  id: Id
  slug: string
  name: string
  timeZone: string
  country?: string | undefined
  currency: string
  isDemo: boolean
}>

/** An address nobody has: the wanted one, else with a number behind it. Nobody else takes it before this transaction ends. */
export const freeSlug = async ({ db }: Tx<Actor>, wanted: string): Promise<string> => {
  const { rows } = await sql<{ slug: string }>`select free_slug(${wanted}) as slug`.execute(db)
  return (rows[0] as { slug: string }).slug
}

/** Makes the workspace itself; whoever calls goes on as an actor inside it. */
export const createWorkspace = async ({ db, now }: Tx<Actor>, made: NewWorkspace): Promise<void> => {
  await sql`select create_workspace(${made.id}, ${made.slug}, ${made.name}, ${made.timeZone}, ${made.country ?? null}, ${made.currency}, ${made.isDemo}, ${now}::timestamptz)`.execute(
    db,
  )
}

/** Forgets the oldest answers kept for retries; says how many. */
export const deleteOldIdempotencyKeys = async (
  { db, actor, now }: Tx<System>,
  keptDays: number,
  limit: number,
): Promise<number> => {
  const { workspaceId } = actor
  const oldestKept = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString()
  const { numDeletedRows } = await db
    .deleteFrom("idempotencyKey")
    .where("workspaceId", "=", workspaceId)
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple("actorId", "key"),
        "in",
        selectFrom("idempotencyKey")
          .select(["actorId", "key"])
          .where("workspaceId", "=", workspaceId)
          .where("createdAt", "<", oldestKept)
          .orderBy("createdAt")
          .limit(limit)
          .$asTuple("actorId", "key"),
      ),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export { factorNeededBy, hasFactor, saveFactorDemand } from "./store/factor.ts"
export { lastActOn } from "./store/lastAct.ts"
export {
  activeMembersByEmail,
  areActiveMembers,
  findMemberByUser,
  findRecipient,
  insertMember,
  isActiveMember,
  listMembers,
  lockMember,
  lockOwners,
  type MemberRow,
  memberNow,
  saveMember,
  sidesOf,
} from "./store/members.ts"
export { ownName, peopleOfParty, stillHere } from "./store/parties.ts"
export {
  type AccessRow,
  admitPartnerUser,
  giveAccessBack,
  savePartnerUser,
  takeAccessTwice,
} from "./store/partnerUsers.ts"
