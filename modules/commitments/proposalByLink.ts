import { oneLine } from "#core/oneLine"
import { isRefusal, refuse } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import { findWorkspace, lastActOn } from "#modules/workspaces"
import type { LinkToPress } from "#platform/link"
import type { Speech } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import { dayIn, partyIn } from "./linkWords.ts"
import { maySettle } from "./policy.ts"
import { answerChange } from "./propose.ts"
import { isWordOfWeight } from "./rules.ts"
import * as store from "./store.ts"

type Asked = Readonly<{ proposal: store.ProposalRow; row: store.OccurrenceRow }>

/** What was proposed in one act, with the promises it is about, while the partnership goes on. */
const askedIn = async (tx: WorkspaceTx, batchId: string): Promise<readonly Asked[]> => {
  const asked: Asked[] = []
  for (const proposal of await store.proposalsInBatch(tx, batchId)) {
    const row = await store.findOccurrence(tx, proposal.occurrenceId)
    if (row) asked.push({ proposal, row })
  }
  const [first] = asked
  const partnership = first && (await findPartnership(tx, first.row.partnershipId))
  return partnership && partnership.stage !== "ended" ? asked : []
}

/** The same, of what whoever asks may answer. */
const answerableIn = async (tx: WorkspaceTx, batchId: string): Promise<readonly Asked[]> =>
  (await askedIn(tx, batchId)).filter(({ row }) => maySettle(tx.actor, row) === true)

const isOpen = ({ proposal }: Asked): boolean => proposal.state === "open"

/** Named one by one up to so many; of the rest it is said how many they are. */
const named = 20

const wordsOf =
  ({ say }: Speech) =>
  (key: string, holes?: Readonly<Record<string, unknown>>) =>
    say(`links:proposal.${key}`, holes)

const factsOf = (asked: readonly Asked[], speech: Speech) => {
  const words = wordsOf(speech)
  const [first] = asked
  const lines = asked.slice(0, named).map(({ proposal, row }) => ({
    term: row.title,
    text: words(`change.${proposal.kind}`, {
      was: dayIn(speech, proposal.wasDueOn),
      becomes: dayIn(speech, proposal.dueOn),
    }),
  }))
  return [
    ...lines,
    ...(asked.length > named ? [{ term: words("more"), text: words("moreOf", { count: asked.length - named }) }] : []),
    { term: words("reason"), text: first?.proposal.reason ?? "" },
  ]
}

const show: LinkToPress["show"] = async (tx, batchId, speech) => {
  const all = await answerableIn(tx, batchId)
  const [first] = all
  if (!first) return undefined
  const words = wordsOf(speech)
  const nameOf = await partyIn(tx, first.row)
  const open = all.filter(isOpen)
  const shown = open.length > 0 ? open : all
  const who = nameOf(first.proposal.partyId)
  const facts = factsOf(shown, speech)
  if (open.length === 0) {
    const last = await lastActOn(tx, "occurrence", first.row.id)
    const when = last ? speech.format.moment(last.recordedAt) : ""
    const settled = words("over", { who: last?.name ?? nameOf(last?.partyId ?? ""), when })
    return { heading: words("headingOver", { who }), facts, buttons: [], settled }
  }
  return {
    heading: words(`heading.${first.proposal.kind}`, { who, count: open.length }),
    facts,
    buttons: [
      { press: "agree", label: words("agree", { count: open.length }) },
      { press: "refuse", label: words("refuse"), asksFor: words("refuseAsks") },
    ],
  }
}

/** Asks whom promises are owed to whether a new day or a waiver is agreed: one link for all that was proposed in one act. */
export const answerProposalByLink: LinkToPress = {
  kind: "answer_proposal",
  days: 14,
  weight: async (tx, batchId) =>
    (await askedIn(tx, batchId)).some(({ row }) => isWordOfWeight(row)) ? "heavy" : "light",
  show,
  press: async (tx, batchId, { press, words }) => {
    const open = (await answerableIn(tx, batchId)).filter(isOpen)
    if (open.length === 0) return refuse("no-proposal")
    for (const { id } of await store.lockOccurrences(
      tx,
      open.map(({ row }) => row.id),
    )) {
      const row = await store.findOccurrence(tx, id)
      if (!row || !open.some(({ proposal }) => proposal.id === row.asked?.id)) continue
      const answer = { agrees: press === "agree", source: "link" as const, ...(words === "" ? {} : { note: words }) }
      const done = await answerChange(tx, row, answer)
      if (isRefusal(done)) return done
    }
    return true
  },
  done: (press, speech) => wordsOf(speech)(`done.${press}`),
  letter: async (tx, batchId, { to, url, days, speech }) => {
    const open = (await askedIn(tx, batchId)).filter(isOpen)
    const [first] = open
    const workspace = await findWorkspace(tx)
    if (!first || !workspace) return undefined
    const { kind, partyId } = first.proposal
    const asked = { who: oneLine((await partyIn(tx, first.row))(partyId)), count: open.length }
    const lines = factsOf(open, speech).map(({ term, text }) => `  ${oneLine(term)}: ${oneLine(text)}`)
    const letter = { ...asked, lines: lines.join("\n"), to: oneLine(to.name), workspace: oneLine(workspace.name) }
    return {
      subject: speech.say(`mails:proposal.subject.${kind}`, asked),
      text: speech.say(`mails:proposal.text.${kind}`, { ...letter, url, days }),
    }
  },
}
