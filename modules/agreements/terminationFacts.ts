import type { Given } from "#core/expression/evaluate"
import { boolean, date, number, text, type Variables } from "#core/expression/types"
import { daysBetween, type PlainDate } from "#core/time"
import { partnershipTypes, stages } from "#rules/partnerships"
import { type NoticeTerms, noticeInDays } from "./rules.ts"

/** The names by which a workspace says when the early end of an agreement has to be approved. */
export const terminationVariables = (currency: string): Variables => ({
  value: { kind: "money", currency },
  daysGiven: number,
  noticeDays: number,
  daysEarly: number,
  autoRenews: boolean,
  startsOn: date,
  endsOn: date,
  type: { kind: "choice", of: partnershipTypes },
  stage: { kind: "choice", of: stages },
  region: text,
  tier: text,
  today: date,
})

type Agreement = NoticeTerms &
  Readonly<{
    startsOn: PlainDate
    endsOn: PlainDate | null
    autoRenews: boolean
    valueMinor: number | null
    currency: string
  }>
type Partnership = Readonly<{ type: string; stage: string; region: string | null; tier: string | null }>

/** What they stand for when it shall end on that day. A value in another currency is not known in the workspace's own. */
export const terminationFacts = (
  { startsOn, endsOn, autoRenews, valueMinor, currency, ...agreed }: Agreement,
  { type, stage, region, tier }: Partnership,
  wanted: Readonly<{ endsOn: PlainDate }>,
  now: Readonly<{ today: PlainDate; currency: string }>,
): Given => ({
  value: valueMinor === null || currency !== now.currency ? undefined : BigInt(valueMinor),
  daysGiven: daysBetween(now.today, wanted.endsOn),
  noticeDays: noticeInDays(agreed, now.today),
  daysEarly: endsOn === null ? undefined : daysBetween(wanted.endsOn, endsOn),
  ...{ autoRenews, startsOn, endsOn, type, stage, region, tier, today: now.today },
})
