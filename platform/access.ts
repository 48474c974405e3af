import type { Actor } from "#core/actor"
import type { Id } from "#core/ids"
import { sql } from "./database.ts"
import { Problem } from "./problem.ts"
import type { Tx } from "./tx.ts"

/** Where every server of a database is told whose access has changed. */
export const accessChannel = "keelson_access"

/** The person is not what they were remembered to be: ask who they are, and begin again. */
export class AccessChanged extends Problem {
  constructor() {
    super(503, "try-again", "What you may do here has just changed. Try again.", {}, { "retry-after": "1" })
  }
}

/**
 * In the transaction that changes what a person, all people of a company or everybody of a workspace may do: from its commit on every server asks anew. It
 * waits for their writes that are under way, so that none is accepted after it.
 */
export const accessChanged = async ({ db }: Tx, whose: string | Id): Promise<void> => {
  await sql`select access_changed(${whose})`.execute(db)
}

/** In the transaction of a write: what was remembered of who writes must still hold, and then holds until the transaction ends. */
export const refuseChanged = async (tx: Tx, sessionId: string | undefined): Promise<void> => {
  const { actor } = tx
  if (actor.kind === "system" || actor.kind === "anonymous") return
  // One after the other on one connection, in one round trip: what is asked second sees what was waited for first.
  const held = await Promise.all([
    holdAccess(tx, actor, sessionId),
    stillIs(tx, actor),
    hasWhatIsAsked(tx, actor, sessionId),
  ])
  if (held.includes(false)) throw new AccessChanged()
}

type Somebody = Exclude<Actor, { kind: "system" | "anonymous" }>
type Said = Readonly<{ holds: boolean }>

/**
 * Shared with the person's other writes. Two of them that both go on to change what the person may would each wait for the other: one is
 * then ended by PostgreSQL and tried again, alone, or the same could happen to it as often as it is tried.
 */
const holdAccess = async ({ db, isAgain }: Tx, actor: Somebody, sessionId: string | undefined): Promise<boolean> => {
  const company = actor.kind === "partner-user" ? actor.organizationId : null
  const { rows } = await sql<Said>`
    select ${sql.ref(isAgain ? "hold_access_alone" : "hold_access")}(${actor.userId}, ${company}::text, ${sessionId ?? null}::text) as holds`.execute(
    db,
  )
  return rows[0]?.holds === true
}

const stillIs = async ({ db }: Tx, actor: Somebody): Promise<boolean> => {
  if (actor.kind === "person") return true
  const { workspaceId, userId, role } = actor
  const asked =
    actor.kind === "member"
      ? sql<Said>`select still_member(${workspaceId}, ${userId}, ${actor.memberId}, ${role}) as holds`
      : sql<Said>`select still_partner_user(${workspaceId}, ${userId}, ${actor.partnerUserId}, ${actor.organizationId},
          ${role}, ${actor.partnershipIds}::uuid[]) as holds`
  return (await asked.execute(db)).rows[0]?.holds === true
}

/** A second factor, where the workspace asks for it by now. A link for one act goes without: it opens no session. */
const hasWhatIsAsked = async ({ db }: Tx, actor: Somebody, sessionId: string | undefined): Promise<boolean> => {
  if (actor.kind === "person" || sessionId === undefined) return true
  const { rows } = await sql<Said>`
    select has_what_is_asked(${actor.workspaceId}, ${actor.userId}, ${actor.kind === "member"}) as holds`.execute(db)
  return rows[0]?.holds === true
}

/** Does something as whoever asks; where what was remembered of them has just changed, once more as who they are now. */
export const asTheyAre = async <W, R>(who: W, whoNow: () => Promise<W>, run: (who: W) => Promise<R>): Promise<R> => {
  try {
    return await run(who)
  } catch (fault) {
    if (!(fault instanceof AccessChanged)) throw fault
    return run(await whoNow())
  }
}
