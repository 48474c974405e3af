import type { System } from "#core/actor"
import { periodEnd } from "#core/periods"
import { addDays, startOfDayIn } from "#core/time"
import { demoTextRequest } from "#modules/approvals"
import type { DemoPartnership } from "#platform/demo"
import { newId } from "#platform/ids"
import type { Tx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import { textSigned } from "./approving.ts"
import { textHash } from "./drafts/versions.ts"
import { readyText } from "./library.ts"
import { type Content, termsIn } from "./rules.ts"
import * as store from "./store.ts"

/** A new frame agreement lies before both sides in the ready words of its type, after the host had put it there once before. */
export const frameNegotiated = async (tx: Tx<System>, of: DemoPartnership): Promise<void> => {
  const startsOn = addDays(of.today, 45)
  const ready = readyText(of.type as PartnershipType, of.say).text
  const answers = ready.clauses.find(({ content }) => termsIn(content).includes("answer_hours"))
  const forecast = ready.clauses.find(({ key }) => key === "forecast")
  const content: Content = {
    title: "Frame agreement, next term",
    startsOn,
    endsOn: periodEnd(startsOn, 24),
    noticeDays: 90,
    autoRenews: true,
    objectives: [],
    commitments: [
      {
        ...{ owedBy: "host", title: "Answer deal registrations", measure: "within_hours", cadence: "monthly" },
        ...{ withinHours: 48, periods: "contract", windowDays: 7, evidenceNeeded: "any", weight: 2 },
        ...(answers && { clauseKey: answers.key }),
      },
      {
        ...{ owedBy: "partner", title: "Send the forecast", measure: "per_cadence", cadence: "monthly" },
        ...{ periods: "contract", windowDays: 5, evidenceNeeded: "any", weight: 1 },
        ...(forecast && { clauseKey: forecast.key }),
      },
      {
        ...{ owedBy: "partner", title: "Joint campaigns", measure: "amount_per_period", cadence: "quarterly" },
        ...{ amount: 2, unit: "campaigns", periods: "calendar", partial: "first_full" },
        ...{ windowDays: 14, evidenceNeeded: "record", weight: 1 },
      },
    ],
  }
  const draft = { id: newId(), partnershipId: of.id, kind: "first", state: "in_review", content } as const
  await store.insertDraft(tx, draft)
  const cap = { amountMinor: 50_000_000, currency: "EUR" }
  // More than the ready text suggests: somebody has to approve that before it is signed.
  const more = ready.terms.margin === undefined ? {} : { margin: ready.terms.margin + 1 }
  const terms = { ...ready.terms, ...more, territory: "DE, AT, CH", liability_cap: cap, governing_law: "German law" }
  const text = { ...ready, terms }
  const first = { ...text, clauses: text.clauses.filter(({ key }) => key !== lateClause) }
  for (const [index, words] of [first, text].entries())
    await store.insertVersion(tx, {
      ...{ id: newId(), partnershipId: of.id, draftId: draft.id, number: index + 1, text: words, content },
      hash: textHash({ text: words, content }),
      ...{ partyId: tx.actor.workspaceId, proposalId: null, madeBy: of.owner.userId },
      madeAt: startOfDayIn(tx.actor.timeZone, addDays(of.today, index === 0 ? -16 : -9)),
    })
  await demoTextRequest(tx, textSigned, draft.id, { asker: of.owner, texts: { in: () => of.say } })
}

/** What the host added when it had read its own first version again. */
const lateClause = "escalation"
