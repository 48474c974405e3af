import type { Cause } from "#contract/drift"
import type { System } from "#core/actor"
import { causeConfirmed } from "#modules/drift"
import type { Tx } from "#platform/tx"

/** What our people have said of some cases, so that the machine has something to learn from: it is right mostly, not always. */
const said: readonly Readonly<{ name: string; cause: Cause }>[] = [
  { name: "Ashdown Consulting", cause: "partner_people_loss" },
  { name: "Copperfield Partners", cause: "host_service_failure" },
  { name: "Pipestone Data", cause: "integration_rot" },
  { name: "Open Grid Initiative", cause: "governance_lapse" },
]

/** Confirms or corrects the causes of those cases that are open. */
export const confirmCauses = async (tx: Tx<System>, userId: string): Promise<void> => {
  const { workspaceId } = tx.actor
  for (const { name, cause } of said) {
    const row = await tx.db
      .updateTable("driftCase as c")
      .from("partnership as p")
      .whereRef("p.workspaceId", "=", "c.workspaceId")
      .whereRef("p.id", "=", "c.partnershipId")
      .where("c.workspaceId", "=", workspaceId)
      .where("c.state", "=", "open")
      .where("p.name", "=", name)
      .set(({ eb }) => ({
        confirmedCause: cause,
        confirmedBy: userId,
        confirmedAt: tx.now,
        version: eb("c.version", "+", 1),
        updatedAt: tx.now,
      }))
      .returning(["c.id", "c.partnershipId", "c.cause"])
      .executeTakeFirst()
    if (row)
      await tx.record(causeConfirmed, {
        subjectId: row.id,
        partnershipId: row.partnershipId,
        payload: { caseId: row.id, cause, said: row.cause },
      })
  }
}
