import type { Fixture } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, people, id, secret }) => {
  const at = "2026-11-20T09:00:00.000Z"
  const step = {
    ...{ name: secret("host", "a step of an approval"), userIds: [people.host], needs: "one" },
    condition: `value > EUR(1) || tier == "${secret("host", "when a step of an approval is needed")}"`,
  }
  const steps = JSON.stringify([step, { ...step, name: "The last step" }])
  const approvalId = id("approval")
  await db
    .insertInto("approvalRule")
    .values({ workspaceId, id: newId(), kind: "agreement.termination", steps })
    // One for the whole workspace, wherever in it things are planted.
    .onConflict((conflict) => conflict.columns(["workspaceId", "kind"]).doNothing())
    .execute()
  await db
    .insertInto("approval")
    .values({
      ...{
        workspaceId,
        id: approvalId,
        kind: "agreement.termination",
        subjectKind: "agreement",
        subjectId: id("agreement"),
      },
      ...{ partnershipId, title: secret("host", "what is to be approved"), hash: "0".repeat(64), steps, step: 1 },
      leftOut: JSON.stringify([{ name: secret("host", "a step that nobody was asked for"), reasons: [] }]),
      ...{ ruleEdition: 3, reachedAt: at, remindedAt: at, escalatedAt: at },
      intent: JSON.stringify({ endsOn: "2026-12-31", reason: secret("host", "why it is to be done") }),
      ...{ askedBy: newId(), askedByName: secret("host", "who asked for approval"), askedAt: at },
    })
    .execute()
  await db
    .insertInto("approvalAnswer")
    .values({
      ...{ workspaceId, id: newId(), approvalId, step: 0, userId: newId(), name: secret("host", "who has approved") },
      ...{
        standsFor: [newId()],
        standsForNames: secret("host", "for whom somebody has approved"),
        decision: "approve",
      },
      ...{ reason: secret("host", "why somebody has approved"), hash: "0".repeat(64), answeredAt: at },
    })
    .execute()
  await db
    .insertInto("deputy")
    .values({
      ...{ workspaceId, id: id("deputy"), personId: newId(), personName: secret("host", "who is away") },
      ...{ deputyId: newId(), deputyName: secret("host", "who stands in"), fromOn: "2026-11-01", toOn: "2027-01-31" },
    })
    .execute()
}
