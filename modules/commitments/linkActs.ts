import { partyOf } from "#core/actor"
import { oneLine } from "#core/oneLine"
import { isRefusal, refuse } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import { findWorkspace, lastActOn } from "#modules/workspaces"
import type { LinkAct, LinkToPress } from "#platform/link"
import type { Speech } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import { dayIn, partyIn } from "./linkWords.ts"
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

const wordsOf =
  ({ say }: Speech) =>
  (key: string, holes?: Readonly<Record<string, string>>) =>
    say(`links:confirmation.${key}`, holes)

const show: LinkToPress["show"] = async (tx, id, speech) => {
  const row = await standsFor(tx, await store.findOccurrence(tx, id))
  if (!row) return undefined
  const words = wordsOf(speech)
  const nameOf = await partyIn(tx, row)
  const given = await store.evidenceOf(tx, [id])
  const facts = [
    { term: words("terms.promise"), text: row.title },
    { term: words("terms.clause"), text: row.clause ?? "" },
    { term: words("terms.dueOn"), text: dayIn(speech, row.dueOn) },
    { term: words("terms.reportedOn"), text: dayIn(speech, row.reportedOn) },
    ...given
      .filter(({ kind }) => kind !== "confirmation")
      .map(({ url, note }) => ({
        term: words("terms.evidence"),
        text: [note, url].filter((each) => each !== null).join("\n") || words("activity"),
      })),
  ].filter(({ text }) => text !== "")
  const asked = { who: nameOf(row.partyId), title: row.title }
  const isAsked = awaitsConfirmation(row)
  const shown = { heading: words(isAsked ? "heading" : "headingOver", asked), facts }
  if (!isAsked) return { ...shown, buttons: [], settled: await settledBy(tx, row, speech, nameOf) }
  const mayContest = mayDispute(tx.actor, row) === true && !isRefusal(decideDispute(row, partyOf(tx.actor)))
  const contest = { press: "dispute", label: words("dispute"), asksFor: words("disputeAsks") }
  return { ...shown, buttons: [{ press: "confirm", label: words("confirm") }, ...(mayContest ? [contest] : [])] }
}

/** What was done last, by whom and when: the person by name where the reader may know them, otherwise their company. */
const settledBy = async (
  tx: WorkspaceTx,
  row: store.OccurrenceRow,
  { say, format }: Speech,
  nameOf: (partyId: string) => string,
): Promise<string> => {
  const last = await lastActOn(tx, "occurrence", row.id)
  if (!last) return ""
  const holes = { who: last.name ?? nameOf(last.partyId), when: format.moment(last.recordedAt) }
  const settled = "links:confirmation.settled"
  return say.exists(`${settled}.${last.kind}`) ? say(`${settled}.${last.kind}`, holes) : say(`${settled}.other`, holes)
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
  done: (press, speech) => wordsOf(speech)(`done.${press}`),
  letter: async (tx, id, { to, url, days, speech }) => {
    const row = await store.findOccurrence(tx, id)
    const workspace = await findWorkspace(tx)
    if (!row || !workspace || !awaitsConfirmation(row)) return undefined
    const asked = { who: oneLine((await partyIn(tx, row))(row.partyId)), title: oneLine(row.title) }
    const dates = { dueOn: dayIn(speech, row.dueOn), reportedOn: dayIn(speech, row.reportedOn) }
    const letter = { ...asked, ...dates, to: oneLine(to.name), workspace: oneLine(workspace.name), url, days }
    return {
      subject: speech.say("mails:confirmation.subject", asked),
      text: speech.say("mails:confirmation.text", letter),
    }
  },
}

export const linkActs: readonly LinkAct[] = [confirmPromiseByLink, answerProposalByLink]
