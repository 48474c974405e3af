import type { Given } from "#core/expression/evaluate"
import { boolean, date, number, text, type Variables } from "#core/expression/types"
import type { Money } from "#core/money"
import { partnershipTypes, stages } from "#rules/partnerships"
import { type ClauseSubject, clauseKeys, clauseSubjectNames, clauseSubjects } from "../library.ts"
import {
  type AgreementText,
  type Clause,
  type Content,
  type Deviations,
  draftKinds,
  noticeInDays,
  type TermKind,
  termsIn,
} from "../rules.ts"

/** Terms that are numbers, and what conditions call each, and what the ready text suggests of it. */
const figures = [
  ["margin", "margin", "readyMargin"],
  ["commission", "commission", "readyCommission"],
  ["payment_days", "paymentDays", "readyPaymentDays"],
  ["answer_hours", "answerHours", "readyAnswerHours"],
  ["protection_days", "protectionDays", "readyProtectionDays"],
] as const satisfies readonly (readonly [TermKind, string, string])[]
const amounts = [
  ["minimum_amount", "minimumAmount"],
  ["liability_cap", "liabilityCap"],
] as const satisfies readonly (readonly [TermKind, string])[]
const words = [
  ["territory", "territory"],
  ["exclusivity", "exclusivity"],
  ["governing_law", "governingLaw"],
] as const satisfies readonly (readonly [TermKind, string])[]

const changedName = (subject: ClauseSubject): string => `${subject}Changed`

/** The names by which a workspace says when the text of an agreement has to be approved before it is signed. */
export const textVariables = (currency: string): Variables => ({
  ...Object.fromEntries(figures.flatMap(([, own, ready]) => [own, ready].map((name) => [name, number]))),
  ...Object.fromEntries(amounts.map(([, name]) => [name, { kind: "money", currency } as const])),
  ...Object.fromEntries(words.map(([, name]) => [name, text])),
  exclusivityChanged: boolean,
  ...Object.fromEntries(clauseSubjectNames.map((subject) => [changedName(subject), boolean])),
  changedClauses: { kind: "list", of: { kind: "choice", of: clauseKeys } },
  ownClauses: number,
  deviations: number,
  value: { kind: "money", currency },
  noticeDays: number,
  autoRenews: boolean,
  startsOn: date,
  endsOn: date,
  kind: { kind: "choice", of: draftKinds },
  type: { kind: "choice", of: partnershipTypes },
  stage: { kind: "choice", of: stages },
  region: text,
  tier: text,
})

type Partnership = Readonly<{ type: string; stage: string; region: string | null; tier: string | null }>
type Held = Readonly<{ kind: string; text: AgreementText; content: Content; ready: AgreementText["terms"] }>

/** What they stand for in one version. Money in another currency is not known in the workspace's own. */
export const textFacts = (
  { kind, text: { terms }, content, ready }: Held,
  { clauses, terms: changedTerms }: Deviations,
  { type, stage, region, tier }: Partnership,
  currency: string,
): Given => {
  const money = (amount: Money | undefined) =>
    amount === undefined || amount.currency !== currency ? undefined : BigInt(amount.amountMinor)
  return {
    ...Object.fromEntries(
      figures.flatMap(([term, own, suggested]) => [
        [own, terms[term]],
        [suggested, ready[term]],
      ]),
    ),
    ...Object.fromEntries(amounts.map(([term, name]) => [name, money(terms[term])])),
    ...Object.fromEntries(words.map(([term, name]) => [name, terms[term]])),
    exclusivityChanged: changedTerms.some((each) => each.kind === "exclusivity"),
    ...Object.fromEntries(
      clauseSubjectNames.map((subject) => [
        changedName(subject),
        clauses.some(({ key }) => (clauseSubjects[subject] as readonly string[]).includes(key)),
      ]),
    ),
    changedClauses: clauses.map(({ key }) => key).filter((key) => clauseKeys.includes(key)),
    ownClauses: clauses.filter(({ how }) => how === "own").length,
    deviations: clauses.length + changedTerms.length,
    value: money(content.value),
    noticeDays: noticeInDays(content, content.startsOn),
    autoRenews: content.autoRenews,
    startsOn: content.startsOn,
    endsOn: content.endsOn,
    ...{ kind, type, stage, region, tier },
  }
}

/** What of the text each name speaks of, as it stands: whoever agreed to the same is not asked again. */
export const textParts = ({ clauses, terms }: AgreementText): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries([...figures, ...amounts, ...words].map(([term, name]) => [name, terms[term] ?? null])),
  exclusivityChanged: terms.exclusivity ?? null,
  ...Object.fromEntries(
    clauseSubjectNames.map((subject) => [changedName(subject), saidBy(clauses, terms, clauseSubjects[subject])]),
  ),
  // Which clauses differ, and how many, is said of the whole.
  ...{ changedClauses: { clauses, terms }, ownClauses: { clauses }, deviations: { clauses, terms } },
})

/** Clauses by their keys, with the values that they show. */
const saidBy = (clauses: readonly Clause[], terms: AgreementText["terms"], keys: readonly string[]) =>
  clauses
    .filter(({ key }) => keys.includes(key))
    .map(({ key, heading, content }) => ({
      ...{ key, heading, content },
      shows: Object.fromEntries(termsIn(content).map((kind) => [kind, terms[kind] ?? null])),
    }))
