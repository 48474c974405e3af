import { partyOf } from "#core/actor"
import { isRefusal, refuse } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import { findWorkspace } from "#modules/workspaces"
import type { LinkAct, LinkLanguage, LinkToPress } from "#platform/link"
import type { WorkspaceTx } from "#platform/tx"
import { confirmationWords } from "./confirmationWords.ts"
import { dayIn, momentIn, oneLine, partyIn } from "./linkWords.ts"
import { mayDispute, maySettle } from "./policy.ts"
import { answerProposalByLink } from "./proposalByLink.ts"
import { awaitsConfirmation, decideDispute, isWordOfWeight } from "./rules.ts"
import { confirmPromise, disputePromise } from "./settle.ts"
import * as store from "./store.ts"

/** The promise, while the partnership goes on and whoever asks may settle it. */
const standsFor = async (
  tx: WorkspaceTx,
  row: store.OccurrenceRow | undefined,
): Promise<store.OccurrenceRow | undefined> => {
  if (!row || maySettle(tx.actor, row) !== true) return undefined
  const partnership = await findPartnership(tx, row.partnershipId)
  return partnership && partnership.stage !== "ended" ? row : undefined
}

const show: LinkToPress["show"] = async (tx, id, language) => {
  const row = await standsFor(tx, await store.findOccurrence(tx, id))
  if (!row) return undefined
  const words = confirmationWords[language]
  const nameOf = await partyIn(tx, row)
  const given = await store.evidenceOf(tx, [id])
  const facts = [
    { term: words.terms.promise, text: row.title },
    { term: words.terms.clause, text: row.clause ?? "" },
    { term: words.terms.dueOn, text: dayIn(language, row.dueOn) },
    { term: words.terms.reportedOn, text: dayIn(language, row.reportedOn) },
    ...given
      .filter(({ kind }) => kind !== "confirmation")
      .map(({ url, note }) => ({
        term: words.terms.evidence,
        text: [note, url].filter((each) => each !== null).join("\n") || words.activity,
      })),
  ].filter(({ text }) => text !== "")
  const asked = { who: nameOf(row.partyId), title: row.title }
  const isAsked = awaitsConfirmation(row)
  const shown = { heading: isAsked ? words.heading(asked) : words.headingOver(asked), facts }
  if (!isAsked) return { ...shown, buttons: [], settled: await settledBy(tx, row, language, nameOf) }
  const mayContest = mayDispute(tx.actor, row) === true && !isRefusal(decideDispute(row, partyOf(tx.actor)))
  const contest = { press: "dispute", label: words.dispute, asksFor: words.disputeAsks }
  return { ...shown, buttons: [{ press: "confirm", label: words.confirm }, ...(mayContest ? [contest] : [])] }
}

/** What was done last, by whom and when: the person by name where the reader may know them, otherwise their company. */
const settledBy = async (
  tx: WorkspaceTx,
  row: store.OccurrenceRow,
  language: LinkLanguage,
  nameOf: (partyId: string) => string,
): Promise<string> => {
  const { settled } = confirmationWords[language]
  const last = await store.lastActOn(tx, row.id)
  const sentence = settled[last?.kind ?? "other"] ?? settled["other"]
  if (!last || !sentence) return ""
  return sentence(last.name ?? nameOf(last.partyId), momentIn(language, tx.actor.timeZone, last.recordedAt))
}

/** Asks whom a promise is owed to whether it was kept as reported. */
export const confirmPromiseByLink: LinkToPress = {
  kind: "confirm_promise",
  about: "occurrence",
  days: 14,
  weight: async (tx, id) => {
    const row = await store.findOccurrence(tx, id)
    return row && isWordOfWeight(row) ? "heavy" : "light"
  },
  show,
  press: async (tx, id, { press, words }) => {
    const row = await standsFor(tx, await store.lockOccurrence(tx, id))
    if (!row) return refuse("not-found")
    const done =
      press === "confirm"
        ? await confirmPromise(tx, row, { source: "link" })
        : await disputePromise(tx, row, { reason: words, source: "link" })
    return isRefusal(done) ? done : true
  },
  done: (press, language) => confirmationWords[language].done[press] ?? "",
  letter: async (tx, id, { to, url, days, language }) => {
    const row = await store.findOccurrence(tx, id)
    const workspace = await findWorkspace(tx)
    if (!row || !workspace || !awaitsConfirmation(row)) return undefined
    const words = confirmationWords[language]
    const asked = { who: oneLine((await partyIn(tx, row))(row.partyId)), title: oneLine(row.title) }
    const dates = { dueOn: dayIn(language, row.dueOn), reportedOn: dayIn(language, row.reportedOn) }
    const letter = { ...asked, ...dates, to: oneLine(to.name), workspace: oneLine(workspace.name), url, days }
    return { subject: words.subject(asked), text: words.text(letter) }
  },
}

export const linkActs: readonly LinkAct[] = [confirmPromiseByLink, answerProposalByLink]
