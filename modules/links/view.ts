import type { Language } from "#core/languages"
import { findWorkspace } from "#modules/workspaces"
import { type LinkAct, leadsElsewhere, takesPress, weightOf } from "#platform/link"
import type { ActPlatform } from "#platform/platform"
import { type Speech, speechIn } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import { addressOfLink } from "./address.ts"
import type { LinkView } from "./contract.ts"
import { pageWord } from "./pageWord.ts"
import { mayPress } from "./policy.ts"
import { shortened, stateOfLink } from "./rules.ts"
import type { LinkRow } from "./store.ts"

type Reader = Readonly<{
  token: string
  language: Language
  signedInAs?: string | undefined
  proof?: string | undefined
}>

/** What a link shows to whoever opens it, asked as the person it was mailed to; undefined when it leads nowhere any more. */
export const viewOfLink = async (
  tx: WorkspaceTx,
  platform: ActPlatform,
  link: LinkRow,
  { token, language, signedInAs, proof }: Reader,
): Promise<LinkView | undefined> => {
  const act = platform.contributed.linkActs.find(({ kind }) => kind === link.act)
  const workspace = await findWorkspace(tx)
  if (!act || !workspace) return undefined
  const state = stateOfLink(link, tx.now)
  const bare: LinkView = {
    ...{ act: link.act, state, workspaceName: workspace.name, timeZone: workspace.timeZone },
    ...{ name: link.name, email: shortened(link.email), expiresAt: link.expiresAt },
    ...{ heading: null, facts: [], buttons: [], settled: null, outcome: null, page: null, note: null },
    ...{ needsProof: false, canSignIn: link.userId !== null, proof: state === "open" ? (proof ?? null) : null },
    canBeRenewed: takesPress(act) && (state === "expired" || state === "locked"),
    leadsTo: leadsElsewhere(act) ? addressOfLink(act, token) : null,
    onlyShows: !leadsElsewhere(act) && !takesPress(act),
  }
  // What has expired, was taken back or replaced says no more than the mail did.
  if (leadsElsewhere(act) || (state !== "open" && state !== "pressed")) return bare
  const speech = speechIn(platform.texts, language, tx.actor.timeZone)
  const shown = await act.show(tx, link.subjectId, speech)
  if (!shown) return undefined
  const isSettled = state === "open" && takesPress(act) && shown.buttons.length === 0
  const now = isSettled ? ("settled" as const) : state
  const weight = link.isHeavy ? "heavy" : await weightOf(act, tx, link.subjectId)
  const outcome = state === "pressed" ? outcomeOf(act, link, speech) : null
  // To whom it was forwarded it says for whom it is, and what became of it: nothing of what it is about.
  if (!mayPress(weight, link, { signedInAs, hasCode: proof !== undefined }))
    return { ...bare, state: now, needsProof: now === "open", outcome: outcome && { ...outcome, words: null } }
  const said = {
    ...bare,
    state: now,
    heading: shown.heading,
    facts: [...shown.facts],
    note: shown.note ?? null,
    outcome,
  }
  if (now !== "open") return { ...said, settled: isSettled ? (shown.settled ?? null) : null }
  if (!takesPress(act)) return said
  return { ...said, buttons: [...shown.buttons], page: pageWord(platform.config.secret, link.id, tx.now) }
}

const outcomeOf = (act: LinkAct, { press, pressedAt, words }: LinkRow, speech: Speech) =>
  takesPress(act) && press !== null && pressedAt !== null
    ? { sentence: act.done(press, speech), at: pressedAt, words }
    : null
