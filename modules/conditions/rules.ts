import { type Checked, checkExpression } from "#core/expression/check"
import type { Given } from "#core/expression/evaluate"
import { answerOf, type SaidAnswer, type SaidReason } from "#core/expression/said"
import { boolean, date, number, rate, text, type Variables } from "#core/expression/types"
import type { Money } from "#core/money"
import type { Refusal } from "#core/refusal"
import { daysBetween, type PlainDate } from "#core/time"
import { partnershipTypes, type Stage, stages } from "#rules/partnerships"

type Rate = Readonly<{ kept: number; due: number }>
type Promises = Readonly<{ open: number; overdue: number }>

/** What is known of a partnership when it is asked whether it needs attention. */
export type Facts = Readonly<{
  kept: Readonly<{ host: Rate; partner: Rate }>
  promises: Readonly<{ host: Promises; partner: Promises }>
  drift: Readonly<{ state: string; onsetOn: PlainDate | null }>
  nextEnd: Readonly<{ noticeOn: PlainDate | null; endsOn: PlainDate }> | null
  lastActivityOn: PlainDate | null
  revenue: Money | null
  type: string
  stage: Stage
  region: string | null
  tier: string | null
  startedOn: PlainDate | null
}>

/** The names a condition may use. Money is in the workspace's currency: of a partnership in another one the revenue is not known. */
export const variablesIn = (currency: string): Variables => ({
  overdueOurs: number,
  overdueTheirs: number,
  openOurs: number,
  openTheirs: number,
  keptOurs: rate,
  keptTheirs: rate,
  drifting: boolean,
  silent: boolean,
  daysSinceOnset: number,
  daysSinceContact: number,
  daysToNotice: number,
  daysToEnd: number,
  revenue: { kind: "money", currency },
  type: { kind: "choice", of: partnershipTypes },
  stage: { kind: "choice", of: stages },
  region: text,
  tier: text,
  startedOn: date,
  today: date,
})

/** What each name stands for in one partnership; what nobody knows stays unknown. */
export const givenOf = (facts: Facts, today: PlainDate, currency: string): Given => {
  const { kept, promises, drift, nextEnd, revenue } = facts
  const isScored = drift.state !== "not_scored"
  return {
    overdueOurs: promises.host.overdue,
    overdueTheirs: promises.partner.overdue,
    openOurs: promises.host.open,
    openTheirs: promises.partner.open,
    keptOurs: rateOf(kept.host),
    keptTheirs: rateOf(kept.partner),
    drifting: isScored ? drift.state === "drifting" : undefined,
    silent: isScored ? drift.state === "silent" : undefined,
    daysSinceOnset: drift.onsetOn === null ? undefined : daysBetween(drift.onsetOn, today),
    daysSinceContact: facts.lastActivityOn === null ? undefined : daysBetween(facts.lastActivityOn, today),
    daysToNotice: nextEnd?.noticeOn == null ? undefined : daysBetween(today, nextEnd.noticeOn),
    daysToEnd: nextEnd === null ? undefined : daysBetween(today, nextEnd.endsOn),
    revenue: revenue?.currency === currency ? BigInt(revenue.amountMinor) : undefined,
    type: facts.type,
    stage: facts.stage,
    region: facts.region,
    tier: facts.tier,
    startedOn: facts.startedOn,
    today,
  }
}

/** Of nothing due nobody can say how much was kept. */
const rateOf = ({ kept, due }: Rate): number | undefined => (due === 0 ? undefined : Math.round((kept / due) * 10_000))

/** A condition that may be kept: it gives yes or no, of names there are. */
export const decideCondition = (expression: string, currency: string): Checked | Refusal<"expression-refused"> =>
  checkExpression(expression, variablesIn(currency), boolean)

export type Verdict = Readonly<{ needed: SaidAnswer["answer"]; reasons: readonly SaidReason[] }>

/** Whether one partnership needs attention, and why; undefined where the condition cannot be asked. */
export const verdictOn = (checked: Checked, given: Given, currency: string): Verdict | undefined => {
  const said = answerOf(checked, given, variablesIn(currency))
  return said && { needed: said.answer, reasons: said.answer === "no" ? [] : said.reasons }
}
