import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { hashOfToken, type LinkAct } from "#platform/link"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { isProof } from "./pageWord.ts"
import { stateOfLink } from "./rules.ts"
import * as store from "./store.ts"

/** The link behind a token, for a module whose links lead to a page of its own; undefined for a link of another act. */
export const findLink = async (tx: WorkspaceTx, act: LinkAct, token: string) => {
  const link = await store.findByHash(tx, hashOfToken(token))
  return link?.act === act.kind ? { ...link, state: stateOfLink(link, tx.now) } : undefined
}

/** Whether the code from a link's mailbox was typed, within the hour: of a page of its own, which asks for it when it needs it. */
export const isProven = ({ config }: ActPlatform, { id }: Readonly<{ id: Id }>, now: Instant, proof: string): boolean =>
  isProof(config.secret, id, now, proof)

/** Says that it was used: what such a page did, it did once. */
export const closeLink = async (tx: WorkspaceTx, link: Readonly<{ id: string }>, press: string): Promise<void> => {
  await store.links.save(tx, link.id, { pressedAt: tx.now, press })
}
