import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import type { Instant } from "#core/time"
import type { LinkAct } from "#platform/link"
import type { WorkspaceTx } from "#platform/tx"
import { linkRevoked } from "./events.ts"
import { decideRevocation, type LinkState, stateOfLink } from "./rules.ts"
import * as store from "./store.ts"

/** A link as whoever gave it sees it: to whom, until when, and how it stands. */
export type GivenLink = store.LinkRow & Readonly<{ state: LinkState }>

const withState = (tx: WorkspaceTx, row: store.LinkRow): GivenLink => ({ ...row, state: stateOfLink(row, tx.now) })

/** The links of an act on a thing, the newest first. */
export const linksGiven = async (tx: WorkspaceTx, act: LinkAct, subjectId: Id): Promise<readonly GivenLink[]> =>
  (await store.linksOn(tx, { act: act.kind, subjectId })).map((row) => withState(tx, row))

/**
 * When links of an act really went out, of each thing in their order: what waits for a mail server that is away is not among them. Of
 * others' links a partner is told nothing.
 */
export const mailsOf = async (
  tx: WorkspaceTx,
  act: LinkAct,
  subjectIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Instant[]>> => {
  const rows = await store.mailedOn(tx, act.kind, subjectIds)
  return new Map(
    [...Map.groupBy(rows, ({ subjectId }) => subjectId)].map(([id, sent]) => [
      id,
      sent.flatMap(({ mailedAt }) => mailedAt ?? []),
    ]),
  )
}

/** One of them, locked; undefined where it is of another act. */
export const lockGiven = async (tx: WorkspaceTx, act: LinkAct, id: Id): Promise<GivenLink | undefined> => {
  const row = await store.links.lock(tx, id)
  return row?.act === act.kind ? withState(tx, row) : undefined
}

/** Takes one back: it works no more. */
export const takeBackLink = async (tx: WorkspaceTx, link: GivenLink) => {
  const allowed = decideRevocation(link, tx.now)
  if (isRefusal(allowed)) return allowed
  const row = await store.links.save(tx, link.id, { revokedAt: tx.now })
  await tx.record(linkRevoked, {
    subjectId: link.id,
    partnershipId: link.partnershipId ?? undefined,
    payload: { act: link.act, mailedTo: link.email },
  })
  return withState(tx, row)
}
