import type { MemberRole } from "#core/actor"
import { checkExpression } from "#core/expression/check"
import type { Given } from "#core/expression/evaluate"
import { answerOf, type SaidReason } from "#core/expression/said"
import { boolean, type Variables } from "#core/expression/types"
import { type Money, minorPerMajor } from "#core/money"
import { isRefusal } from "#core/refusal"
import type { becauses, needs, Post } from "./words.ts"

/** One step: who approves, one of them or all, and when it is needed: from an amount on, by a condition, or always. */
export type Step = Readonly<{
  name: string
  from?: Money | undefined
  condition?: string | undefined
  userIds?: readonly string[] | undefined
  role?: MemberRole | undefined
  post?: Post | undefined
  needs: (typeof needs)[number]
}>

/** Why a step is asked, and what was seen of its condition. */
export type Because = Readonly<{ asked: (typeof becauses)[number]; reasons: readonly SaidReason[] }>

/** What a step had agreed to before, where that was something else: of what, and what it saw then. */
export type SaidBefore = Readonly<{ intent: Readonly<Record<string, unknown>>; seen: SaidReason["seen"] }>

/**
 * A step as a request keeps it, with why it was chosen; requests from before conditions know none. Of a text, a digest of the terms and
 * clauses that it is about: none where it is about the whole.
 */
export type AskedStep = Step &
  Readonly<{ because?: Because | undefined; concern?: string | undefined; before?: SaidBefore | undefined }>
/** A step that was not asked, and what decided that. */
export type LeftOut = Readonly<{ name: string; reasons: readonly SaidReason[] }>

/** What is known of the subject when somebody asks: its amount, and the facts that conditions are over. */
export type Known = Readonly<{ amount: Money | null; variables: Variables; given: Given }>

type Verdict = Readonly<{ answer: "yes" | "no" | "unknown" | "unreadable"; reasons: readonly SaidReason[] }>

/**
 * The steps that an act needs, and those it does not, each with why. Only what is known to be false leaves a step out: what is not
 * known, is in another currency, or cannot be read any more, is asked.
 */
export const chooseSteps = (
  steps: readonly Step[],
  known: Known,
): Readonly<{ asked: readonly AskedStep[]; leftOut: readonly LeftOut[] }> => {
  const chosen = steps.map((step) => ({ step, verdicts: verdictsOn(step, known) }))
  return {
    asked: chosen
      .filter(({ verdicts }) => verdicts.every(({ answer }) => answer !== "no"))
      .map(({ step, verdicts }) => ({ ...step, because: becauseOf(verdicts) })),
    leftOut: chosen
      .map(({ step: { name }, verdicts }) => ({ name, no: verdicts.filter(({ answer }) => answer === "no") }))
      .filter(({ no }) => no.length > 0)
      .map(({ name, no }) => ({ name, reasons: no.flatMap(({ reasons }) => reasons) })),
  }
}

const verdictsOn = (step: Step, known: Known): readonly Verdict[] => [
  ...(step.from === undefined ? [] : [fromAmount(step.from, known.amount)]),
  ...(step.condition === undefined ? [] : [byCondition(step.condition, known)]),
]

const fromAmount = (from: Money, amount: Money | null): Verdict => {
  const isComparable = amount !== null && amount.currency === from.currency
  const text = `amount >= ${from.currency}(${from.amountMinor / minorPerMajor(from.currency)})`
  return {
    answer: isComparable ? (amount.amountMinor >= from.amountMinor ? "yes" : "no") : "unknown",
    reasons: [{ text, seen: [{ name: "amount", kind: "money", value: amount }] }],
  }
}

const byCondition = (condition: string, { variables, given }: Known): Verdict => {
  const checked = checkExpression(condition, variables, boolean)
  const said = isRefusal(checked) ? undefined : answerOf(checked, given, variables)
  return said ?? { answer: "unreadable", reasons: [{ text: condition, seen: [] }] }
}

/** What is unsure is said before what is sure: it is why somebody is asked who may not have to be. */
const becauseOf = (verdicts: readonly Verdict[]): Because => {
  const [first] = (["unreadable", "unknown"] as const).filter((each) => verdicts.some(({ answer }) => answer === each))
  return {
    asked: verdicts.length === 0 ? "always" : (first ?? "met"),
    reasons: verdicts.filter(({ answer }) => first === undefined || answer === first).flatMap(({ reasons }) => reasons),
  }
}
