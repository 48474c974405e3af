import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { newId } from "#platform/ids"
import { type Addressee, expiryAfter, hashOfToken, type LinkAct, linkToken, weightOf } from "#platform/link"
import type { Platform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { addressOfLink } from "./address.ts"
import * as store from "./store.ts"
import { mailLink } from "./tasks.ts"

type Asked = Readonly<{
  subjectId: Id
  partnershipId: Id | null
  to: Addressee
  isRenewal?: boolean
  /** What is asked about happened then: a link made since is that one, and is not made twice. */
  since?: Instant
}>

/** Makes a link. An earlier one of the same act on the same thing to the same address is dead from then on. */
const make = async (
  tx: WorkspaceTx,
  { config }: Pick<Platform, "config">,
  act: LinkAct,
  { subjectId, partnershipId, to, isRenewal = false }: Asked,
  mailedAt: Instant | null,
): Promise<Id> => {
  const about = { act: act.kind, subjectId }
  await store.replace(tx, { ...about, email: to.email })
  const id = newId()
  await store.links.insert(tx, {
    id,
    ...about,
    mailedAt,
    partnershipId,
    userId: to.userId ?? null,
    partyId: to.partyId,
    name: to.name,
    email: to.email,
    language: to.language ?? null,
    tokenHash: hashOfToken(linkToken(config.secret, id)),
    expiresAt: expiryAfter(tx.now, act.days),
    isRenewal,
    isHeavy: (await weightOf(act, tx, subjectId)) === "heavy",
  })
  return id
}

/** Makes a link and queues a mail of its own. */
export const issueLink = async (
  tx: WorkspaceTx,
  platform: Pick<Platform, "config">,
  act: LinkAct,
  asked: Asked,
): Promise<void> => {
  const { subjectId, to, since } = asked
  const newest = since && (await store.newestTo(tx, { act: act.kind, subjectId, email: to.email }))
  if (newest && since !== undefined && newest.issuedAt >= since) return
  const linkId = await make(tx, platform, act, asked, null)
  await tx.enqueue(mailLink, { workspaceId: tx.actor.workspaceId, linkId })
}

/** Makes a link that a mail of somebody else's brings, written in this transaction; answers where it leads. */
export const linkInMail = async (
  tx: WorkspaceTx,
  platform: Pick<Platform, "config">,
  act: LinkAct,
  asked: Omit<Asked, "since" | "isRenewal">,
): Promise<string> => {
  const id = await make(tx, platform, act, asked, tx.now)
  const { publicUrl, secret } = platform.config
  return `${publicUrl}${addressOfLink(act, linkToken(secret, id))}`
}

/** Takes back whatever links of an act on a thing are open. */
export const revokeLinks = (tx: WorkspaceTx, act: LinkAct, subjectId: Id): Promise<void> =>
  store.revokeAll(tx, { act: act.kind, subjectId })

/** Forgets to whom links of an act on these things were mailed, and what was pressed: the things themselves are deleted. */
export const forgetLinks = (tx: WorkspaceTx, act: LinkAct, subjectIds: readonly Id[]): Promise<void> =>
  store.deleteLinks(tx, act.kind, subjectIds)
