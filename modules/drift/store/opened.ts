import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { Tx } from "#platform/tx"

type OpenedCase = Readonly<{
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
