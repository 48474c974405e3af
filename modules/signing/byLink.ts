import { oneLine } from "#core/oneLine"
import { isRefusal, refuse } from "#core/refusal"
import { agreementContract, findDraft, findVersion, todayOf, zoneOf } from "#modules/agreements"
import { findWorkspace } from "#modules/workspaces"
import type { LinkToPress } from "#platform/link"
import type { Speech } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import { factsOf } from "./factsOf.ts"
import { giveRefusal, giveSignature } from "./give.ts"
import { partiesTo } from "./lying.ts"
import { maySignByLink } from "./policy.ts"
import { decideDecline, decideSign, mostTyped } from "./rules.ts"
import * as store from "./store.ts"

/** The signer of a link with all that is known of their round, for whoever may sign through it. */
const readBy = async (tx: WorkspaceTx, id: string, isLocked = false) => {
  const seen = await store.findSigner(tx, id)
  if (!seen || !maySignByLink(tx.actor, seen)) return undefined
  const round = await (isLocked ? store.lockRound(tx, seen.signingId) : store.findRound(tx, seen.signingId))
  const draft = round && (await findDraft(tx, round.draftId))
  const signers = round ? await store.signersOf(tx, [round.id]) : []
  const signer = signers.find((each) => each.id === id)
  return round && draft && signer ? { standing: { round, draft, signers }, signer } : undefined
}

const wordsOf =
  ({ say }: Speech) =>
  (key: string, holes?: Readonly<Record<string, unknown>>) =>
    say(`links:signing.${key}`, holes)

const show: LinkToPress["show"] = async (tx, id, speech) => {
  const found = await readBy(tx, id)
  if (!found) return undefined
  const { standing, signer } = found
  const words = wordsOf(speech)
  const version = await findVersion(tx, standing.round.versionId)
  if (!version) return undefined
  const { nameOf } = await partiesTo(tx, standing.draft)
  const timeZone = zoneOf(tx, standing.draft.content)
  const shown = {
    heading: words("heading", { title: standing.draft.content.title }),
    facts: [
      { term: words("for"), text: nameOf(signer.partyId) },
      {
        term: words("counts"),
        text: words("countsOn", { day: speech.format.date(todayOf(tx, standing.draft.content)), zone: timeZone }),
      },
      { term: words("version"), text: words("versionOf", { number: version.number, hash: version.hash }) },
      { term: words("others"), text: othersOf(standing.signers, id, words) },
      ...factsOf(await agreementContract(tx, textsOf(speech), standing.draft, version, speech)),
      { term: words("kept"), text: words("note") },
    ].filter(({ text }) => text !== ""),
  }
  const settled = settledBy(standing, signer, speech)
  if (settled !== undefined) return { ...shown, buttons: [], settled }
  return {
    ...shown,
    buttons: [
      { press: "sign", label: words("sign"), asksFor: words("signAsks"), submit: words("signNow"), most: mostTyped },
      { press: "decline", label: words("decline"), asksFor: words("declineAsks") },
    ],
  }
}

/** The page speaks one language. */
const textsOf = ({ say }: Speech) => ({ texts: { in: () => say } })

type Found = NonNullable<Awaited<ReturnType<typeof readBy>>>
type Words = ReturnType<typeof wordsOf>

/** Who else signs, and who has. */
const othersOf = (signers: readonly store.SignerRow[], own: string, words: Words): string =>
  signers
    .filter(({ id, state }) => id !== own && (state === "waiting" || state === "signed"))
    .map(({ name, state }) => words(`other.${state}`, { name }))
    .join("\n")

/** Why there is nothing to press: it is somebody else's turn, it was signed, or the round is over. */
const settledBy = (
  { round, signers }: Found["standing"],
  signer: store.SignerRow,
  speech: Speech,
): string | undefined => {
  const words = wordsOf(speech)
  if (signer.state === "signed") return words("settled.signed", { when: speech.format.moment(signer.doneAt ?? "") })
  if (signer.state === "replaced" || signer.state === "removed") return words("settled.replaced")
  if (round.state === "declined" || round.state === "recalled")
    return words(`settled.${round.state}`, {
      ...{ who: round.endedName ?? "", when: speech.format.moment(round.endedAt ?? "") },
    })
  const allowed = decideSign(round, signer, signers, round.hash)
  if (!isRefusal(allowed)) return undefined
  return words("settled.notYourTurn", { names: allowed.detail?.names ?? [] })
}

/** Mailed to who signs and has no account: a page that shows what is signed to whoever has the code from their mailbox. */
export const signByLink: LinkToPress = {
  kind: "sign_agreement",
  about: "agreement_signer",
  days: 30,
  weight: "heavy",
  show,
  press: async (tx, id, { press, words, address }) => {
    const found = await readBy(tx, id, true)
    if (!found) return refuse("not-found")
    const { standing, signer } = found
    if (press === "decline") {
      const allowed = decideDecline(standing.round, signer)
      if (isRefusal(allowed)) return allowed
      await giveRefusal(tx, standing, signer, { reason: words, isShared: false, source: "link" })
      return true
    }
    const allowed = decideSign(standing.round, signer, standing.signers, standing.round.hash)
    if (isRefusal(allowed)) return allowed
    const text = oneLine(words)
    // The page takes no more: whoever sends more is shown it again, and nothing of a name is cut.
    if (text.length > mostTyped) return refuse("words-too-long")
    await giveSignature(tx, standing, signer, {
      mark: { kind: "typed", text },
      method: "link_code",
      address,
      source: "link",
    })
    return true
  },
  done: (press, speech) => wordsOf(speech)(`done.${press}`),
  letter: async (tx, id, { to, url, days, speech }) => {
    const found = await readBy(tx, id)
    const workspace = await findWorkspace(tx)
    if (!found || !workspace || settledBy(found.standing, found.signer, speech) !== undefined) return undefined
    const { nameOf } = await partiesTo(tx, found.standing.draft)
    const holes = {
      ...{
        to: oneLine(to.name),
        workspace: oneLine(workspace.name),
        title: oneLine(found.standing.draft.content.title),
      },
      ...{ party: oneLine(nameOf(found.signer.partyId)), url, days },
    }
    return { subject: speech.say("mails:signing.subject", holes), text: speech.say("mails:signing.text", holes) }
  },
}
