import type { Side, System } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { sql } from "#platform/database"
import type { Tx } from "#platform/tx"
import type { Notice } from "../rules.ts"

export type TurnedPromise = Readonly<{
  userId: string
  kind: "commitment_due" | "commitment_missed"
  id: Id
  partnershipId: Id
  partnershipName: string
  title: string
  owedBy: Side
  dueOn: PlainDate
  dedupeKey: string
}>

/** Older turns are not told any more: a server that was away for a week must not flood anyone. */
const toldForDays = 3

/**
 * Promises that the owner of their partnership has not been told of: ours that have become due, and anybody's that were
 * just missed. The fact's key is in the row that tells it, so that a second run finds nothing.
 */
export const untoldPromises = async (
  { db, actor }: Tx<System>,
  today: PlainDate,
  limit: number,
): Promise<readonly TurnedPromise[]> => {
  const since = addDays(today, -toldForDays)
  const { rows } = await sql<TurnedPromise>`
    select m.user_id, turned.kind, turned.id, turned.partnership_id, p.name as partnership_name, c.title, turned.owed_by, turned.due_on, turned.dedupe_key
    from (
      select o.*, 'commitment_due' as kind, 'commitment_due ' || o.id || ' ' || o.due_on as dedupe_key from occurrence o
        where o.workspace_id = ${actor.workspaceId} and o.state = 'due' and o.owed_by = 'host'
          and o.due_on >= ${since}::date and o.due_on - o.window_days >= ${since}::date
      union all
      select o.*, 'commitment_missed', 'commitment_missed ' || o.id || ' ' || o.due_on from occurrence o
        where o.workspace_id = ${actor.workspaceId} and o.state = 'missed' and o.closed_on >= ${addDays(since, -1)}::date
          and o.due_on >= ${addDays(since, -367)}::date
    ) turned
    join partnership p on p.workspace_id = ${actor.workspaceId} and p.id = turned.partnership_id
    join commitment c on c.workspace_id = ${actor.workspaceId} and c.id = turned.commitment_id
    join member m on m.workspace_id = ${actor.workspaceId} and m.id = p.owner_id and m.deactivated_at is null
    where not exists (select from notification n
      where n.workspace_id = ${actor.workspaceId} and n.user_id = m.user_id and n.dedupe_key = turned.dedupe_key)
    limit ${limit}`.execute(db)
  return rows
}

export type OpenedCase = Readonly<{
  userId: string
  id: Id
  partnershipId: Id
  partnershipName: string
  onsetOn: PlainDate
  firstSide: string
  cause: string | null
}>

/** The drift case, while it is open, and the person who owns its partnership. */
export const openedCase = async ({ db, actor }: Tx<System>, caseId: Id): Promise<OpenedCase | undefined> =>
  db
    .selectFrom("driftCase")
    .innerJoin("partnership", (join) =>
      join
        .onRef("partnership.workspaceId", "=", "driftCase.workspaceId")
        .onRef("partnership.id", "=", "driftCase.partnershipId"),
    )
    .innerJoin("member", (join) =>
      join.onRef("member.workspaceId", "=", "partnership.workspaceId").onRef("member.id", "=", "partnership.ownerId"),
    )
    .select([
      "member.userId",
      "driftCase.id",
      "driftCase.partnershipId",
      "partnership.name as partnershipName",
      "driftCase.onsetOn",
      "driftCase.firstSide",
      "driftCase.cause",
    ])
    .where("driftCase.workspaceId", "=", actor.workspaceId)
    .where("driftCase.id", "=", caseId)
    .where("driftCase.state", "=", "open")
    .where("member.deactivatedAt", "is", null)
    .executeTakeFirst()

/** A notice that is not wanted in the list is kept as read, so that the same fact is never told again. */
type Told = Notice & Readonly<{ id: Id; isRead: boolean; isMailed: boolean }>

export const insertNotices = async ({ db, actor, now }: Tx<System>, told: readonly Told[]): Promise<void> => {
  if (told.length === 0) return
  await db
    .insertInto("notification")
    .values(
      told.map(({ isRead, isMailed, payload, ...notice }) => ({
        workspaceId: actor.workspaceId,
        ...notice,
        payload: JSON.stringify(payload),
        createdAt: now,
        readAt: isRead ? now : null,
        mailedAt: isMailed ? now : null,
      })),
    )
    .onConflict((conflict) => conflict.columns(["workspaceId", "userId", "dedupeKey"]).doNothing())
    .execute()
}
