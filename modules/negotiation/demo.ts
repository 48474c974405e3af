import { addDays, startOfDayIn } from "#core/time"
import { draftsOf, latestHeld } from "#modules/agreements"
import { peopleOfParty } from "#modules/workspaces"
import type { DemoChapter } from "#platform/demo"
import { newId } from "#platform/ids"
import { type AgreementText, type ClauseChange, changesOf } from "#rules/agreements"
import * as store from "./store.ts"

type Told = Readonly<{ change: ClauseChange; reason: string; answer?: string }>

/** The text with another number of days in one clause: "30" stands in it in every language. */
const withDays = ({ clauses, terms }: AgreementText, key: string, from: string, to: string): AgreementText => ({
  terms,
  clauses: clauses.map((clause) =>
    clause.key === key ? JSON.parse(JSON.stringify(clause).replaceAll(from, to)) : clause,
  ),
})

/** What the partner wants otherwise of the ready text: a margin, a time, and a clause less. */
const wantedIn = (text: AgreementText): Told[] => {
  const told = (after: AgreementText, reason: string, answer?: string): Told[] =>
    changesOf(text, after).map((change) => ({ change, reason, ...(answer === undefined ? {} : { answer }) }))
  const without = (key: string) => ({ ...text, clauses: text.clauses.filter((clause) => clause.key !== key) })
  return [
    ...told(
      { ...text, terms: { ...text.terms, margin: 22 } },
      "We keep two more certified people for your products than we did when the margin was agreed",
    ),
    ...told(withDays(text, "payment", "30", "45"), "Our customers in the public sector pay after 40 days"),
    ...told(
      without("forecast"),
      "We report by quarter to every vendor",
      "The monthly forecast is what our deliveries are planned by. It stays.",
    ),
  ]
}

/** Of an agreement that is negotiated: what its partner proposes, and what was answered. */
export const demo: DemoChapter = async (tx, { id: partnershipId, organizationId, owner, today }) => {
  const { workspaceId, timeZone } = tx.actor
  const partner = (await peopleOfParty(tx, organizationId))[0]
  for (const draft of await draftsOf(tx, partnershipId)) {
    const latest = await latestHeld(tx, draft.id)
    // What somebody holds to be the one is negotiated no more.
    if (draft.state !== "in_review" || latest === undefined || latest.agreedBy.length > 0) continue
    const proposedAt = startOfDayIn(timeZone, addDays(today, -5))
    const of = { partnershipId, draftId: draft.id, partyId: organizationId, baseNumber: latest.number }
    await store.insertProposals(
      tx,
      wantedIn(latest.text).map(({ change, reason, answer }) => ({
        ...{ ...of, id: newId(), change, reason, proposedAt, proposedBy: partner?.userId ?? null },
        ...(answer === undefined
          ? { state: "open" as const }
          : {
              ...{ state: "rejected" as const, answer, answeredPartyId: workspaceId, answeredBy: owner.userId },
              answeredAt: startOfDayIn(timeZone, addDays(today, -3)),
            }),
      })),
    )
  }
}
