import { isRefusal, refuse } from "#core/refusal"
import { action, nothing, whoeverHoldsTheLink } from "#platform/action"
import { hashOfToken, takesPress, weightOf } from "#platform/link"
import { notFound } from "#platform/problem"
import type { WorkspaceTx } from "#platform/tx"
import { codeActions } from "./codeActions.ts"
import * as contract from "./contract.ts"
import { linkPressed } from "./events.ts"
import { overseeing } from "./overseeing.ts"
import { isPageWord, isProof } from "./pageWord.ts"
import { mayPress } from "./policy.ts"
import { decidePress } from "./rules.ts"
import * as store from "./store.ts"
import { renewLink } from "./tasks.ts"
import { viewOfLink } from "./view.ts"

/** Found by the hash of its secret, among the rows of whoever it was mailed to. */
export const read = action(contract.readLink, {
  load: (tx, { linkToken }) => store.findByHash(tx, hashOfToken(linkToken)),
  may: whoeverHoldsTheLink,
  act: async ({ tx, platform }, link, { linkToken, language, signedInAs }) => {
    const view = await viewOfLink(tx, platform, link, { token: linkToken, language, signedInAs })
    // Whoever may not see the thing any more has a link to nothing.
    if (!view) throw notFound()
    return view
  },
})

export const press = action(contract.pressLink, {
  load: (tx, { linkToken }) => store.lockByHash(tx, hashOfToken(linkToken)),
  may: whoeverHoldsTheLink,
  act: async ({ tx, platform, now, address }, link, given) => {
    const { linkToken, page, press: pressed, words, language, signedInAs } = given
    const hasCode = isProof(platform.config.secret, link.id, now, given.proof)
    const proof = hasCode ? given.proof : undefined
    const shown = async (row: store.LinkRow) => {
      const view = await viewOfLink(tx, platform, row, { token: linkToken, language, signedInAs, proof })
      if (!view) throw notFound()
      return view
    }
    const decision = decidePress(link, now)
    if (isRefusal(decision)) return decision
    const before = await shown(link)
    const act = platform.contributed.linkActs.find(({ kind }) => kind === link.act)
    if (decision === "was-pressed" || before.state === "settled" || !act || !takesPress(act)) return before
    const weight = link.isHeavy ? "heavy" : await weightOf(act, tx, link.subjectId)
    if (!mayPress(weight, link, { signedInAs, hasCode })) return refuse("prove-who-you-are")
    if (!isPageWord(platform.config.secret, link.id, now, page)) return refuse("press-on-the-page")
    const button = before.buttons.find((each) => each.press === pressed)
    if (!button) return refuse("no-such-press", { field: "press" })
    if (button.asksFor !== undefined && words === "") return refuse("words-needed", { field: "words" })
    const done = await act.press(tx, link.subjectId, { press: pressed, words, address })
    // Settled elsewhere in this very moment: the page says by whom.
    if (isRefusal(done)) return shown(link)
    const saved = await store.links.save(tx, link.id, {
      ...{ pressedAt: now, press: pressed, words: button.asksFor === undefined ? null : words },
      isHeavy: weight === "heavy",
    })
    await recordPress(tx, saved, pressed)
    return shown(saved)
  },
})

/** By whose mailbox it was done, for the party whose act it was. */
const recordPress = async (tx: WorkspaceTx, link: store.LinkRow, press: string): Promise<void> => {
  await tx.record(linkPressed, {
    subjectId: link.id,
    partnershipId: link.partnershipId ?? undefined,
    visibility: tx.actor.side,
    source: "link",
    payload: { act: link.act, press, mailedTo: link.email, about: link.subjectId },
  })
}

/** Known or not, asked for in vain or not: the answer is the same, and the work is a job's. */
export const renew = action(contract.renewLink, {
  load: nothing,
  may: whoeverHoldsTheLink,
  act: async ({ tx }, _nothing, { linkToken }) => {
    const hash = hashOfToken(linkToken)
    await tx.enqueue(renewLink, { hash }, { key: `renew ${hash}` })
    return { isAskedFor: true as const }
  },
})

export const actions = [read, press, renew, codeActions.ask, codeActions.prove, ...overseeing]
