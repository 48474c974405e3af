import { findWorkspace } from "#modules/workspaces"
import { type LinkAct, type LinkLanguage, takesPress } from "#platform/link"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { addressOfLink } from "./address.ts"
import type { LinkView } from "./contract.ts"
import { pageWord } from "./pageWord.ts"
import { shortened, stateOfLink } from "./rules.ts"
import type { LinkRow } from "./store.ts"

type Reader = Readonly<{ token: string; language: LinkLanguage; signedInAs?: string | undefined }>

/** What a link shows to whoever opens it, asked as the person it was mailed to; undefined when it leads nowhere any more. */
export const viewOfLink = async (
  tx: WorkspaceTx,
  platform: ActPlatform,
  link: LinkRow,
  { token, language, signedInAs }: Reader,
): Promise<LinkView | undefined> => {
  const act = platform.contributed.linkActs.find(({ kind }) => kind === link.act)
  const workspace = await findWorkspace(tx)
  if (!act || !workspace) return undefined
  const state = stateOfLink(link, tx.now)
  const bare: LinkView = {
    ...{ act: link.act, state, workspaceName: workspace.name, timeZone: workspace.timeZone },
    ...{ name: link.name, email: shortened(link.email), expiresAt: link.expiresAt },
    ...{ heading: null, facts: [], buttons: [], settled: null, outcome: null, page: null, needsProof: false },
    canBeRenewed: takesPress(act) && state === "expired",
    leadsTo: takesPress(act) ? null : addressOfLink(act, token),
  }
  // What has expired, was taken back or replaced says no more than the mail did.
  if (!takesPress(act) || (state !== "open" && state !== "pressed")) return bare
  const shown = await act.show(tx, link.subjectId, language)
  if (!shown) return undefined
  const [heading, facts] = [shown.heading, [...shown.facts]]
  if (state === "pressed") return { ...bare, heading, facts, outcome: outcomeOf(act, link, language) }
  if (shown.buttons.length === 0) return { ...bare, heading, facts, state: "settled", settled: shown.settled ?? null }
  const isProven = act.weight === "light" || (link.userId !== null && link.userId === signedInAs)
  const page = pageWord(platform.config.secret, link.id, tx.now)
  return { ...bare, heading, facts, buttons: [...shown.buttons], page, needsProof: !isProven }
}

const outcomeOf = (act: LinkAct, { press, pressedAt, words }: LinkRow, language: LinkLanguage) =>
  takesPress(act) && press !== null && pressedAt !== null
    ? { sentence: act.done(press, language), at: pressedAt, words }
    : null
