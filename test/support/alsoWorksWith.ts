import type { Id } from "#core/ids"
import { newId } from "#platform/ids"
import type { TestKeelson, TestWorkspace } from "./keelson.ts"

/** The partner's person of one workspace works with a second vendor, too, for the company it has there. */
export const alsoWorksWith = async (
  { platform }: TestKeelson,
  known: TestWorkspace,
  second: TestWorkspace,
  organizationId: Id,
): Promise<void> => {
  const person = await platform.transact(known.system, ({ db }) =>
    db
      .selectFrom("partnerUser")
      .selectAll()
      .where("workspaceId", "=", known.system.workspaceId)
      .executeTakeFirstOrThrow(),
  )
  await platform.transact(second.system, ({ db, now }) =>
    db
      .insertInto("partnerUser")
      .values({ ...person, workspaceId: second.system.workspaceId, id: newId(), organizationId, createdAt: now })
      .execute(),
  )
}
