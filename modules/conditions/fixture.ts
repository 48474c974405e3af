import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, secret }) => {
  await db
    .insertInto("attentionCondition")
    .values({
      workspaceId,
      expression: `overdueOurs >= 0 || tier == "${secret("host", "when a partnership needs attention")}"`,
      languageVersion: 1,
      changedAt: "2026-01-01T00:00:00.000Z",
    })
    .onConflict((conflict) => conflict.column("workspaceId").doNothing())
    .execute()
}
