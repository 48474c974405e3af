import { languageVersion } from "#core/expression/limits"
import type { WorkspaceTx } from "#platform/tx"

const columns = ["expression", "version"] as const

export const findCondition = ({ db, actor }: WorkspaceTx) =>
  db.selectFrom("attentionCondition").select(columns).where("workspaceId", "=", actor.workspaceId).executeTakeFirst()

/** The workspace's own row, made where there was none; locked, so that of two who say something else one is told. */
export const lockCondition = async ({ db, actor, now }: WorkspaceTx) => {
  const { workspaceId } = actor
  await db
    .insertInto("attentionCondition")
    .values({ workspaceId, expression: null, languageVersion, changedAt: now })
    .onConflict((conflict) => conflict.column("workspaceId").doNothing())
    .execute()
  return db
    .selectFrom("attentionCondition")
    .select(columns)
    .where("workspaceId", "=", workspaceId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export const saveCondition = ({ db, actor, now }: WorkspaceTx, expression: string | null) =>
  db
    .updateTable("attentionCondition")
    .set(({ eb }) => ({ expression, languageVersion, changedAt: now, version: eb("version", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .returning(columns)
    .executeTakeFirstOrThrow()
