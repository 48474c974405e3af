import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

export const codes = tableOf()("linkCode", ["id", "linkId", "userId", "email", "askedAt", "expiresAt", "mailedAt"], {
  made: ["askedAt"],
})

/** The askings whose code is still good: two may be, because mails overtake each other. */
export const goodCodes = (tx: WorkspaceTx, linkId: Id) =>
  codes.rows(tx).where("linkId", "=", linkId).where("expiresAt", ">", tx.now).execute()

/** How many codes were mailed since: for that link, and to that address whatever for. */
export const codesSince = async (
  { db, actor }: WorkspaceTx,
  { id, email }: Readonly<{ id: Id; email: string }>,
  since: Instant,
): Promise<{ forLink: number; toAddress: number }> =>
  db
    .selectFrom("linkCode")
    .select(({ fn, eb }) => [
      fn.countAll<number>().as("toAddress"),
      fn
        .countAll<number>()
        .filterWhere(eb("linkId", "=", id))
        .as("forLink"),
    ])
    .where("workspaceId", "=", actor.workspaceId)
    .where("email", "=", email)
    .where("askedAt", ">", since)
    .executeTakeFirstOrThrow()
