import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { links } from "./store/link.ts"

export { codes, codesSince, goodCodes } from "./store/codes.ts"
export { type LinkRow, links } from "./store/link.ts"
export { listLinks } from "./store/listing.ts"

export const findByHash = (tx: WorkspaceTx, hash: string) =>
  links.rows(tx).where("tokenHash", "=", hash).executeTakeFirst()

export const lockByHash = (tx: WorkspaceTx, hash: string) =>
  links.rows(tx).where("tokenHash", "=", hash).forUpdate().executeTakeFirst()

type About = Readonly<{ act: string; subjectId: Id }>

/** The latest to that address. */
export const newestTo = (tx: WorkspaceTx, { act, subjectId, email }: About & { email: string }) =>
  links
    .rows(tx)
    .where("act", "=", act)
    .where("subjectId", "=", subjectId)
    .where("email", "=", email)
    .orderBy("issuedAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

const mostGiven = 200

/** Those of an act on a thing, the newest first. */
export const linksOn = (tx: WorkspaceTx, { act, subjectId }: About) =>
  links
    .rows(tx)
    .where("act", "=", act)
    .where("subjectId", "=", subjectId)
    .orderBy("issuedAt", "desc")
    .orderBy("id", "desc")
    .limit(mostGiven)
    .execute()

/** How often that address has asked for a new one since. */
export const renewalsSince = async (
  { db, actor }: WorkspaceTx,
  { act, subjectId, email }: About & { email: string },
  since: Instant,
): Promise<number> => {
  const { asked } = await db
    .selectFrom("link")
    .select(({ fn }) => fn.countAll<number>().as("asked"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("act", "=", act)
    .where("subjectId", "=", subjectId)
    .where("email", "=", email)
    .where("isRenewal", "=", true)
    .where("issuedAt", ">", since)
    .executeTakeFirstOrThrow()
  return asked
}

const closing = (
  { db, actor }: WorkspaceTx,
  { act, subjectId }: About,
  how: Partial<Record<"revokedAt" | "replacedAt", Instant>>,
) =>
  db
    .updateTable("link")
    .set(how)
    .where("workspaceId", "=", actor.workspaceId)
    .where("act", "=", act)
    .where("subjectId", "=", subjectId)
    .where("pressedAt", "is", null)
    .where("revokedAt", "is", null)
    .where("replacedAt", "is", null)

/** Ends those to one address that are open still. */
export const replace = async (tx: WorkspaceTx, about: About & { email: string }): Promise<void> => {
  await closing(tx, about, { replacedAt: tx.now }).where(sql<boolean>`lower(email) = lower(${about.email})`).execute()
}

/** Ends all that are open still, whoever they were mailed to. */
export const revokeAll = async (tx: WorkspaceTx, about: About): Promise<void> => {
  await closing(tx, about, { revokedAt: tx.now }).execute()
}

export const deleteLinks = async (
  { db, actor }: WorkspaceTx,
  act: string,
  subjectIds: readonly Id[],
): Promise<void> => {
  await db
    .deleteFrom("link")
    .where("workspaceId", "=", actor.workspaceId)
    .where("act", "=", act)
    .where("subjectId", "=", anyOf(subjectIds))
    .execute()
}

/** When links of an act were mailed, of each thing in their order; what was not mailed yet is not among them. */
export const mailedOn = async (
  { db, actor }: WorkspaceTx,
  act: string,
  subjectIds: readonly Id[],
): Promise<{ subjectId: Id; mailedAt: Instant | null }[]> =>
  subjectIds.length === 0
    ? []
    : db
        .selectFrom("link")
        .select(["subjectId", "mailedAt"])
        .where("workspaceId", "=", actor.workspaceId)
        .where("act", "=", act)
        .where("subjectId", "=", anyOf(subjectIds))
        .where("mailedAt", "is not", null)
        .orderBy("mailedAt")
        .execute()
