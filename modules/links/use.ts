import { hashOfToken, type LinkAct } from "#platform/link"
import type { WorkspaceTx } from "#platform/tx"
import { stateOfLink } from "./rules.ts"
import * as store from "./store.ts"

/** The link behind a token, for a module whose links lead to a page of its own; undefined for a link of another act. */
export const findLink = async (tx: WorkspaceTx, act: LinkAct, token: string) => {
  const link = await store.findByHash(tx, hashOfToken(token))
  return link?.act === act.kind ? { ...link, state: stateOfLink(link, tx.now) } : undefined
}

/** Says that it was used: what such a page did, it did once. */
export const closeLink = async (tx: WorkspaceTx, link: Readonly<{ id: string }>, press: string): Promise<void> => {
  await store.links.save(tx, link.id, { pressedAt: tx.now, press })
}
