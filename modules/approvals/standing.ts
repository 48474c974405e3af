import { canonical } from "#core/canonical"
import type { Id } from "#core/ids"
import type { Approvable, ApprovableState, FactsIn } from "#platform/approvable"
import { sha256 } from "#platform/digest"
import type { Texts } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import { currencyOf } from "./currency.ts"
import {
  type AskedStep,
  chooseSteps,
  concernOf,
  type LeftOut,
  type SaidBefore,
  seenBefore,
  stands,
  stepsAgreed,
} from "./rules.ts"
import * as store from "./store.ts"

type Agreement = Readonly<{ row: store.ApprovalRow; answers: readonly store.AnswerRow[] }>

/** One step that a text needs, and who has agreed to it where somebody did, to this version or to what is the same in it. */
export type StandingStep = Readonly<{ step: AskedStep; agreed: Agreement | undefined }>

/** How far the approval of a text is, as it lies: what its rule wants of it, who has said yes, and what waits. */
export type Standing = Readonly<{
  subject: ApprovableState
  edition: number
  steps: readonly StandingStep[]
  leftOut: readonly LeftOut[]
  /** The request for this version or an earlier one that was asked last, and whether it is of this one. */
  last: store.ApprovalRow | undefined
  isOfThis: boolean
}>

/** The approval of a text as it lies; undefined where there is no text. */
export const approvalStanding = async (
  tx: WorkspaceTx,
  texts: Texts,
  approvable: Approvable,
  subjectId: Id,
): Promise<Standing | undefined> => {
  const subject = await approvable.read(tx, subjectId)
  if (subject?.edition === undefined) return undefined
  const { hash } = subject.edition
  const [rule, rows] = [
    await store.findRule(tx, approvable.kind),
    await store.requestsOn(tx, approvable.kind, subjectId),
  ]
  const [last] = rows
  const isOfThis = last?.hash === hash
  const edition = rule?.version ?? 0
  const told = { currency: await currencyOf(tx), texts }
  const { asked, leftOut } = await chosen(tx, { approvable, subjectId, subject }, rule?.steps ?? [], told)
  const answers = await store.answersTo(
    tx,
    rows.map(({ id }) => id),
  )
  const steps = asked.map((step): StandingStep => {
    const now = { hash, concern: step.concern ?? hash }
    const found = rows.flatMap((row) =>
      row.steps
        .slice(0, stepsAgreed(row, row.steps.length))
        .flatMap((before, at) =>
          stands({ step: before, hash: row.hash, concern: before.concern ?? row.hash }, step, now)
            ? [{ row, answers: answers.filter((each) => each.approvalId === row.id && each.step === at) }]
            : [],
        ),
    )
    return { step: { ...step, before: beforeOf(rows, step) }, agreed: found[0] }
  })
  // What was approved as it lies stays approved by the edition of the rule that it was asked by.
  const whole = rows.find((row) => row.state === "approved" && row.hash === hash)
  const isOlder = whole !== undefined && whole.ruleEdition !== edition
  if (isOlder && steps.some(({ agreed }) => agreed === undefined))
    return { subject, edition, last, isOfThis, leftOut: whole.leftOut, steps: asAgreed(whole, answers) }
  return { subject, edition, steps, leftOut, last, isOfThis }
}

type About = Readonly<{ approvable: Approvable; subjectId: Id; subject: ApprovableState }>

/** The steps that the rule wants now, each with what of the text it is about. */
const chosen = async (
  tx: WorkspaceTx,
  { approvable, subjectId, subject }: About,
  rule: readonly AskedStep[],
  told: FactsIn,
) => {
  if (rule.length === 0) return { asked: [], leftOut: [] }
  const intent = { number: subject.edition?.number ?? 0 }
  const given = await approvable.facts(tx, subjectId, intent, told)
  const known = { amount: subject.amount, given, variables: approvable.variables(told.currency) }
  const parts = (await approvable.parts?.(tx, subjectId)) ?? {}
  const { asked, leftOut } = chooseSteps(rule, known)
  const withConcern = asked.map((step) => {
    const concern = concernOf(step, parts, known)
    return { ...step, ...(concern === undefined ? {} : { concern: sha256(canonical({ concern })) }) }
  })
  return { asked: withConcern, leftOut }
}

/** The last time the same step agreed to something else: what it saw then. */
const beforeOf = (rows: readonly store.ApprovalRow[], step: AskedStep): SaidBefore | undefined => {
  for (const row of rows) {
    const before = row.steps.slice(0, stepsAgreed(row, row.steps.length)).find(({ name }) => name === step.name)
    if (before === undefined) continue
    const seen = seenBefore(before, step)
    return { intent: row.intent, seen }
  }
  return undefined
}

const asAgreed = (row: store.ApprovalRow, answers: readonly store.AnswerRow[]): StandingStep[] =>
  row.steps.map((step, at) => ({
    step,
    agreed: { row, answers: answers.filter((each) => each.approvalId === row.id && each.step === at) },
  }))

/** The steps that nobody has agreed to yet, by name. Of a request that waits, those that it has not come past. */
export const missingOf = ({ steps, last, isOfThis }: Standing): string[] => {
  if (last?.state === "waiting" && isOfThis) return last.steps.slice(last.step).map(({ name }) => name)
  return steps.filter(({ agreed }) => agreed === undefined).map(({ step }) => step.name)
}
