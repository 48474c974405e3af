import { abilityOf } from "#core/ability"
import { partyOf } from "#core/actor"
import { type DraftRow, latestVersion, partiesNamed, versionsNumbered } from "#modules/agreements"
import type { WorkspaceTx } from "#platform/tx"
import {
  type AgreementText,
  type ClauseChange,
  isOutdated as isChangeOutdated,
  numberClauses,
  rebaseChange,
  redline,
} from "#rules/agreements"
import type { ProposalView } from "./contract.ts"
import { mayAnswer, mayPropose } from "./policy.ts"
import {
  decideAnswer,
  decideNegotiable,
  decideRebase,
  decideSending,
  decideWithdrawal,
  type Negotiated,
} from "./rules.ts"
import * as store from "./store.ts"

/** The texts of the versions that these were written upon. */
const basesOf = async (tx: WorkspaceTx, draft: DraftRow, rows: readonly store.ProposalRow[]) => {
  const versions = await versionsNumbered(
    tx,
    draft.id,
    rows.map(({ baseNumber }) => baseNumber),
  )
  return new Map(versions.map(({ number, text }) => [number, text]))
}

/** These proposals beside the text as it lies before both sides now. */
export const textsOf = async (tx: WorkspaceTx, draft: DraftRow, rows: readonly store.ProposalRow[]) => {
  const latest = await latestVersion(tx, draft.id)
  const bases = await basesOf(tx, draft, rows)
  const [now, number] = [latest?.text ?? nothing, latest?.number ?? 0]
  const numbers = numberClauses(now.clauses)
  const isOutdated = ({ change, baseNumber, state }: store.ProposalRow): boolean =>
    (state === "open" || state === "draft") && isChangeOutdated(change, bases.get(baseNumber) ?? nothing, now)
  return {
    number,
    terms: now.terms,
    isOutdated,
    rebased: (row: store.ProposalRow) =>
      isOutdated(row) ? rebaseChange(row.change, bases.get(row.baseNumber) ?? nothing, now) : null,
    /** What it is about: the clause's heading and number as they lie, and what it makes of the clause's words. */
    about: ({ change, baseNumber }: store.ProposalRow) => {
      const terms = (bases.get(baseNumber) ?? nothing).terms
      if (change.kind === "term") return { heading: "", number: null, line: lineOf(change, terms) }
      const at = now.clauses.findIndex(({ key }) => key === change.key)
      const heading = (now.clauses[at] ?? change.after ?? change.before)?.heading
      return { heading: heading ?? "", number: numbers[at] ?? null, line: lineOf(change, terms) }
    },
  }
}

const nothing: AgreementText = { clauses: [], terms: {} }

/** The ways to bring a proposal up to date, as its author chooses between them. */
const waysOf = (row: store.ProposalRow, texts: Awaited<ReturnType<typeof textsOf>>): ProposalView["rebased"] => {
  const rebased = texts.rebased(row)
  if (rebased === null) return null
  const way = (change: ClauseChange | null) => (change === null ? null : { line: lineOf(change, texts.terms) })
  return { mine: way(rebased.mine), both: way(rebased.both) }
}

const lineOf = (change: ClauseChange, terms: AgreementText["terms"]) => {
  if (change.kind !== "edit") return null
  const [line] = redline({ clauses: [change.before], terms }, { clauses: [change.after], terms }).clauses
  return (line ?? null) as ProposalView["line"]
}

/** A change of a text: the clause's heading and number there, and what becomes of its words. */
export const changeIn = ({ clauses, terms }: AgreementText, change: ClauseChange) => {
  if (change.kind === "term") return { heading: "", number: null, line: null }
  const at = clauses.findIndex(({ key }) => key === change.key)
  const heading = (clauses[at] ?? change.after ?? change.before)?.heading
  return { heading: heading ?? "", number: numberClauses(clauses)[at] ?? null, line: lineOf(change, terms) }
}

/** What they are on, and how that lies. */
type On = Readonly<{ draft: DraftRow; lying: Negotiated }>

export const proposalViews = async (
  tx: WorkspaceTx,
  { draft, lying }: On,
  rows: readonly store.ProposalRow[],
): Promise<ProposalView[]> => {
  const named = await partiesNamed(tx, draft.partnershipId)
  const people = await store.peopleOf(
    tx,
    rows.map(({ id }) => id),
  )
  const texts = await textsOf(tx, draft, rows)
  const [party, negotiable] = [partyOf(tx.actor), decideNegotiable(lying)]
  const [answers, proposes] = [mayAnswer(tx.actor), mayPropose(tx.actor)]
  return rows.map((row) => {
    const outdated = texts.isOutdated(row)
    const answer = (accepts: boolean) => {
      const decided = decideAnswer(row, { party, accepts, isOutdated: outdated })
      return abilityOf(answers, decided === true ? negotiable : decided)
    }
    const own = (decided: ReturnType<typeof decideSending> | ReturnType<typeof decideRebase>) =>
      abilityOf(proposes, decided === true ? negotiable : decided)
    const { id, state, proposedAt, baseNumber, change, reason, madeNumber, word, version } = row
    const who = people.get(id)
    return {
      ...{ id, state, proposedAt, baseNumber, change, reason, madeNumber, word, version },
      ...{ ...named(row.partyId), by: who?.proposedBy ?? null, isOutdated: outdated, partnershipId: row.partnershipId },
      ...texts.about(row),
      rebased: waysOf(row, texts),
      answered:
        row.answeredAt === null || row.answeredPartyId === null
          ? null
          : {
              ...{ ...named(row.answeredPartyId), by: who?.answeredBy ?? null },
              ...{ at: row.answeredAt, words: row.answer },
            },
      abilities: {
        accept: answer(true),
        reject: answer(false),
        withdraw: abilityOf(proposes, decideWithdrawal(row, party)),
        send: own(decideSending(row, party)),
        rebase: own(decideRebase(row, party, outdated)),
      },
    }
  })
}

export const proposalView = async (tx: WorkspaceTx, on: On, row: store.ProposalRow) => {
  const [view] = await proposalViews(tx, on, [row])
  if (!view) throw new Error("one row has one view")
  return view
}
