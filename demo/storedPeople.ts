import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { addDays, startOfDayIn } from "#core/time"
import { newId } from "#platform/ids"
import type { Tx } from "#platform/tx"
import type { CastAssignment, CastContact } from "./people.ts"

type InDemo = Tx<System>

/** The contacts of the vendor itself: their ids by address. */
export const colleagues = async ({ db, actor }: InDemo): Promise<ReadonlyMap<string, Id>> => {
  const rows = await db
    .selectFrom("contact")
    .select(["id", "email"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("side", "=", "host")
    .execute()
  return new Map(rows.map(({ id, email }) => [email ?? "", id]))
}

export const insertContacts = ({ db, actor, now }: InDemo, contacts: readonly CastContact[]): Promise<unknown> =>
  db
    .insertInto("contact")
    .values(contacts.map((contact) => ({ workspaceId: actor.workspaceId, ...contact, createdAt: now })))
    .execute()

export const insertAssignments = (
  { db, actor }: InDemo,
  partnershipId: Id,
  assignments: readonly CastAssignment[],
): Promise<unknown> =>
  db
    .insertInto("roleAssignment")
    .values(
      assignments.map(({ organizationId, ...assignment }) => ({
        workspaceId: actor.workspaceId,
        id: newId(),
        partnershipId,
        partyId: organizationId ?? actor.workspaceId,
        ...assignment,
        recordedAt: startOfDayIn(actor.timeZone, assignment.fromOn),
        endedRecordedAt: assignment.toOn === null ? null : startOfDayIn(actor.timeZone, addDays(assignment.toOn, 1)),
      })),
    )
    .execute()
