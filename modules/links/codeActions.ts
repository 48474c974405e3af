import type { Instant } from "#core/time"
import { action, whoeverHoldsTheLink } from "#platform/action"
import { newId } from "#platform/ids"
import { hashOfToken } from "#platform/link"
import { notFound } from "#platform/problem"
import type { WorkspaceTx } from "#platform/tx"
import { isCodeOf } from "./code.ts"
import * as contract from "./contract.ts"
import { isProof, proofWord } from "./pageWord.ts"
import { codeMinutes, decideWrongCode, isCodeMailed, stateOfLink } from "./rules.ts"
import * as store from "./store.ts"
import { mailCode, tellLocked } from "./tasks.ts"
import { viewOfLink } from "./view.ts"

const later = (now: Instant, minutes: number): Instant => new Date(Date.parse(now) + minutes * 60_000).toISOString()

/** Whether a code goes out, whoever asks does not learn. */
const ask = action(contract.askCode, {
  load: (tx, { linkToken }) => store.lockByHash(tx, hashOfToken(linkToken)),
  may: whoeverHoldsTheLink,
  act: async ({ tx, now }, link) => {
    const asked = await store.codesSince(tx, link, later(now, -60))
    if (!isCodeMailed(link, asked, now)) return { isAskedFor: true as const }
    const { id: linkId, userId, email } = link
    const code = { id: newId(), linkId, userId, email, expiresAt: later(now, codeMinutes) }
    await store.codes.insert(tx, code)
    await store.links.save(tx, link.id, { codeAskedAt: now })
    await tx.enqueue(mailCode, { workspaceId: tx.actor.workspaceId, codeId: code.id })
    return { isAskedFor: true as const }
  },
})

/** A wrong code is no refusal: it is counted, and what is refused writes nothing. */
const prove = action(contract.proveLink, {
  load: (tx, { linkToken }) => store.lockByHash(tx, hashOfToken(linkToken)),
  may: whoeverHoldsTheLink,
  act: async ({ tx, platform, now }, link, { linkToken, code, proof, language, signedInAs }) => {
    const { secret } = platform.config
    const isOpen = stateOfLink(link, now) === "open"
    const isBelieved = isProof(secret, link.id, now, proof)
    const isRight = isBelieved || (isOpen && isCodeOf(secret, await store.goodCodes(tx, link.id), code))
    const row = isOpen && !isRight && code !== "" ? await countWrong(tx, link) : link
    const carried = isBelieved ? proof : isRight ? proofWord(secret, link.id, now) : undefined
    const view = await viewOfLink(tx, platform, row, { token: linkToken, language, signedInAs, proof: carried })
    if (!view) throw notFound()
    return view
  },
})

const countWrong = async (tx: WorkspaceTx, link: store.LinkRow): Promise<store.LinkRow> => {
  const counted = decideWrongCode(link, tx.now)
  if (counted.lockedAt !== null) await tx.enqueue(tellLocked, { workspaceId: tx.actor.workspaceId, linkId: link.id })
  return store.links.save(tx, link.id, counted)
}

export const codeActions = { ask, prove }
