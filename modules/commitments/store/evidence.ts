import type { Side } from "#core/actor"
import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import { anyOf } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { EvidenceKind } from "../rules.ts"

const columns = [
  "id",
  "occurrenceId",
  "kind",
  "activityId",
  "url",
  "fileId",
  "note",
  "partyId",
  "givenBySide",
  "givenAt",
] as const

type NewEvidence = Readonly<{
  id: Id
  kind: EvidenceKind
  activityId?: Id | undefined
  url?: string | undefined
  fileId?: Id | undefined
  note?: string | undefined
}>

export const insertEvidence = async (
  { db, actor, now }: WorkspaceTx,
  occurrence: Readonly<{ id: Id; partnershipId: Id }>,
  given: readonly NewEvidence[],
): Promise<void> => {
  const shared = {
    workspaceId: actor.workspaceId,
    occurrenceId: occurrence.id,
    partnershipId: occurrence.partnershipId,
    partyId: partyOf(actor),
    givenBy: actor.userId ?? null,
    givenAt: now,
  }
  if (given.length > 0)
    await db
      .insertInto("evidence")
      .values(given.map((each) => ({ ...shared, ...each })))
      .execute()
}

/** Takes back what was given; it stays readable in the table. Answers the files that were among it. */
export const retractEvidence = async (
  { db, actor, now }: WorkspaceTx,
  occurrenceId: Id,
  ids: readonly Id[],
): Promise<readonly Id[]> => {
  const retracted = await db
    .updateTable("evidence")
    .set({ retractedAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("occurrenceId", "=", occurrenceId)
    .where("id", "=", anyOf(ids))
    .where("retractedAt", "is", null)
    .returning("fileId")
    .execute()
  return retracted.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]))
}

export const evidenceOf = async ({ db, actor }: WorkspaceTx, occurrenceIds: readonly Id[]) => {
  if (occurrenceIds.length === 0) return []
  const rows = await db
    .selectFrom("evidence")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("occurrenceId", "=", anyOf(occurrenceIds))
    .where("retractedAt", "is", null)
    .orderBy("givenAt")
    .orderBy("id")
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as EvidenceKind, givenBySide: row.givenBySide as Side }))
}
