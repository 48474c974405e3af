import type { Actor } from "#core/actor"
import { counted } from "#core/attention"
import { mayAgree } from "#modules/agreements"
import { type Asked, attentionList } from "#platform/attention"
import type { WorkspaceTx } from "#platform/tx"
import { proposalsWaiting, versionsWaiting } from "./contract.ts"
import { mayAnswer } from "./policy.ts"
import * as store from "./store.ts"

/** Whoever may not answer is not asked. */
const ifThey =
  <Row>(may: (actor: Actor) => true | string, read: (tx: WorkspaceTx, asked: Asked) => Promise<readonly Row[]>) =>
  async (tx: WorkspaceTx, asked: Asked) => {
    const all = may(tx.actor) === true ? await read(tx, asked) : []
    return { items: all.slice(0, asked.most), counts: { waiting: counted(all.length) } }
  }

/** What waits for one's own party in texts that lie before both sides: proposals to answer, and versions to agree to. */
export const attention = [
  attentionList(proposalsWaiting, ifThey(mayAnswer, store.proposalsToAnswer), { isForPartners: true }),
  attentionList(versionsWaiting, ifThey(mayAgree, store.versionsToAgree), { isForPartners: true }),
]
