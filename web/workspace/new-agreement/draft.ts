import { type NoticeDraft, noticeDraftOf, noticeSaid } from "#acts/agreements/noticeDraft"
import type { DraftView, draftAgreement, getTemplate } from "#contract/agreements"
import type { OutputOf, RequestOf } from "#core/endpoint"
import { minorPerMajor, toMinor } from "#core/money"
import { periodEnd } from "#core/periods"
import { addDays, type PlainDate } from "#core/time"
import {
  noPeriods,
  type PeriodsDraft,
  type PeriodsOfAll,
  periodsDraftOf,
  periodsOfAll,
  periodsSaid,
  saidOfAll,
  termOf,
} from "./periods.ts"

type Input = RequestOf<typeof draftAgreement>
type Template = OutputOf<typeof getTemplate>
type Line = NonNullable<Input["commitments"]>[number]
type Goal = NonNullable<Input["objectives"]>[number]

/** A field of a number that may be empty. */
type Typed = number | ""

export type CommitmentDraft = Pick<Line, "owedBy" | "title" | "measure" | "cadence" | "evidenceNeeded"> &
  PeriodsDraft & {
    key: string
    /** The line as it was written before, of which the form shows most. */
    was?: Partial<Line>
    /** The company that owes it, where several take part. */
    party: string
    clause: string
    /** Of the text; empty where it comes from none. */
    clauseKey: string
    amount: Typed
    unit: string
    withinHours: Typed
    windowDays: Typed
    /** It is the time by which deal registrations are answered. */
    isForDeals: boolean
    /** For what is due once: the day. */
    endsOn: string
  }
export type ObjectiveDraft = Pick<Goal, "category" | "title" | "metric" | "unit" | "ramp"> & {
  key: string
  was?: Partial<Goal>
  clause: string
  clauseKey: string
  target: Typed
  /** In a change, how a new target is meant, where it could be meant in two ways; and what it was until now. */
  reading: "" | "rate" | "total"
  untilNow: number | null
  /** A cleared choice is null. */
  hostOwnerId: string | null
  partnerOwnerId: string | null
}

/** What the form holds: text as typed, empty where nothing was said. */
export type AgreementDraft = NoticeDraft & {
  title: string
  startsOn: string
  endsOn: string
  /** It begins with the last signature, which is expected on its first day, and then runs for so many months. */
  isFromSigning: boolean
  termMonths: Typed
  /** In whole units of the currency. */
  value: Typed
  currency: string
  periodsOfAll: PeriodsOfAll
  commitments: CommitmentDraft[]
  objectives: ObjectiveDraft[]
}

/** A line's key for the page only. */
const newKey = (): string => crypto.randomUUID()

export const emptyCommitment = (owedBy: "host" | "partner"): CommitmentDraft => ({
  key: newKey(),
  owedBy,
  party: "",
  title: "",
  clause: "",
  clauseKey: "",
  measure: "per_cadence",
  cadence: "quarterly",
  amount: "",
  unit: "",
  ...noPeriods,
  withinHours: "",
  windowDays: 7,
  evidenceNeeded: "any",
  isForDeals: false,
  endsOn: "",
})

export const emptyObjective = (currency: string): ObjectiveDraft => ({
  key: newKey(),
  title: "",
  clause: "",
  clauseKey: "",
  category: "revenue",
  metric: "revenue",
  target: "",
  reading: "",
  untilNow: null,
  unit: currency,
  ramp: "linear",
  hostOwnerId: "",
  partnerOwnerId: "",
})

/** What a partnership of this type usually signs, for a year from that day. */
export const draftFrom = (template: Template, title: string, currency: string, startsOn: PlainDate): AgreementDraft => {
  const unitOf = (unit: string | undefined) => (unit === "money" ? currency : (unit ?? ""))
  return {
    title,
    startsOn,
    endsOn: periodEnd(startsOn, 12),
    ...{ isFromSigning: false, termMonths: 12 },
    ...noticeDraftOf({ noticeDays: template.noticeDays }),
    value: "",
    currency,
    periodsOfAll: "",
    commitments: template.commitments.map((each) => ({
      key: newKey(),
      owedBy: each.owedBy,
      party: "",
      title: each.title,
      clause: "",
      clauseKey: "",
      measure: each.measure,
      cadence: each.cadence,
      amount: each.amount ?? "",
      unit: unitOf(each.unit),
      ...noPeriods,
      withinHours: each.withinHours ?? "",
      windowDays: each.windowDays,
      evidenceNeeded: each.evidenceNeeded,
      isForDeals: false,
      endsOn: each.dueAfterDays == null ? "" : addDays(startsOn, each.dueAfterDays),
    })),
    objectives: template.objectives.map(({ category, title: goal, metric, target, unit, ramp }) => ({
      key: newKey(),
      clause: "",
      clauseKey: "",
      category,
      title: goal,
      metric,
      target,
      reading: "" as const,
      untilNow: null,
      unit: unitOf(unit),
      ramp,
      hostOwnerId: "",
      partnerOwnerId: "",
    })),
  }
}

/** The field, unless nothing was said. */
const said = <Name extends string, Value extends string | number>(name: Name, value: Value | "") =>
  Object.fromEntries(value === "" ? [] : [[name, value]]) as Partial<Record<Name, Value>>

const worthOf = ({ value, currency }: AgreementDraft): Pick<Input, "value"> => {
  const amountMinor = value === "" ? undefined : toMinor(value, currency)
  return amountMinor === undefined ? {} : { value: { amountMinor, currency } }
}

const shownOfLine = [
  "owedBy",
  "party",
  "title",
  "measure",
  "cadence",
  "evidenceNeeded",
  "windowDays",
  "clause",
  "clauseKey",
].concat(["withinHours", "answers", "amount", "unit", "endsOn", "periods", "partial", "firstAmount", "lastAmount"])
const shownOfGoal = ["category", "title", "metric", "unit", "ramp", "target", "clause", "clauseKey"].concat([
  "reading",
  "hostOwnerId",
  "partnerOwnerId",
])

/** What the form does not show of a line stays as it was written. */
const keptOf = <Was extends object>(was: Was | undefined, shown: readonly string[]): Partial<Was> =>
  Object.fromEntries(Object.entries(was ?? {}).filter(([field]) => !shown.includes(field))) as Partial<Was>
const endOf = (was: Partial<Line> | undefined) => (was?.endsOn === undefined ? {} : { endsOn: was.endsOn })

/** A written draft as the form holds it. */
export const draftOf = ({ content, targetsUntilNow }: DraftView, currency: string): AgreementDraft => ({
  title: content.title,
  startsOn: content.startsOn,
  endsOn: content.endsOn ?? "",
  isFromSigning: content.begins !== undefined,
  termMonths: content.termMonths ?? "",
  ...noticeDraftOf(content),
  value: content.value ? content.value.amountMinor / minorPerMajor(content.value.currency) : "",
  currency: content.value?.currency ?? currency,
  periodsOfAll: periodsOfAll(content.commitments.map(periodsDraftOf)),
  commitments: content.commitments.map((was) => ({
    key: newKey(),
    was,
    owedBy: was.owedBy,
    party: was.party ?? "",
    title: was.title,
    clause: was.clause ?? "",
    clauseKey: was.clauseKey ?? "",
    measure: was.measure,
    cadence: was.cadence,
    amount: was.amount ?? "",
    unit: was.unit ?? "",
    ...periodsDraftOf(was),
    withinHours: was.withinHours ?? "",
    windowDays: was.windowDays ?? "",
    evidenceNeeded: was.evidenceNeeded ?? "any",
    isForDeals: was.answers !== undefined,
    endsOn: was.endsOn ?? "",
  })),
  objectives: content.objectives.map((was, index) => ({
    key: newKey(),
    was,
    category: was.category,
    title: was.title,
    metric: was.metric,
    unit: was.unit,
    ramp: was.ramp ?? "linear",
    target: was.target,
    reading: was.reading ?? "",
    untilNow: targetsUntilNow[index] ?? null,
    clause: was.clause ?? "",
    clauseKey: was.clauseKey ?? "",
    hostOwnerId: was.hostOwnerId ?? "",
    partnerOwnerId: was.partnerOwnerId ?? "",
  })),
})

/** A time that our side promises may be the one by which deal registrations are answered. */
export const mayBeForDeals = ({ owedBy, measure }: Pick<CommitmentDraft, "owedBy" | "measure">): boolean =>
  owedBy === "host" && measure === "within_hours"

/** A new target of what adds up is a rate or a total, and the form asks which. */
export const asksReading = ({ target, untilNow }: Pick<ObjectiveDraft, "target" | "untilNow">): boolean =>
  untilNow != null && target !== "" && target !== untilNow

const beginningSaid = ({ isFromSigning, termMonths, endsOn }: AgreementDraft) => {
  if (!isFromSigning) return said("endsOn", endsOn)
  const runs = termMonths === "" ? said("endsOn", endsOn) : { termMonths }
  return { begins: "last_signature" as const, ...runs }
}

/** The draft as the server wants it: what was left empty is left out. */
export const inputOf = (draft: AgreementDraft): Omit<Input, "partnership"> => ({
  title: draft.title.trim(),
  startsOn: draft.startsOn,
  ...noticeSaid(draft),
  ...beginningSaid(draft),
  ...worthOf(draft),
  commitments: draft.commitments.map((line) => ({
    ...keptOf(line.was, shownOfLine),
    owedBy: line.owedBy,
    ...(line.owedBy === "partner" ? said("party", line.party) : {}),
    title: line.title.trim(),
    measure: line.measure,
    cadence: line.cadence,
    evidenceNeeded: line.evidenceNeeded,
    ...periodsSaid(saidOfAll(line, draft), termOf(line, draft)),
    ...said("windowDays", line.windowDays),
    ...said("clause", line.clause.trim()),
    ...said("clauseKey", line.clauseKey ?? ""),
    ...(line.measure === "within_hours" ? said("withinHours", line.withinHours) : {}),
    ...(mayBeForDeals(line) && line.isForDeals ? { answers: "deal_answer" as const } : {}),
    ...(line.measure === "amount_per_period"
      ? { ...said("amount", line.amount), ...said("unit", line.unit.trim()) }
      : {}),
    ...(line.cadence === "once" ? said("endsOn", line.endsOn) : line.was?.cadence === "once" ? {} : endOf(line.was)),
  })),
  objectives: draft.objectives.map((goal) => ({
    ...keptOf(goal.was, shownOfGoal),
    category: goal.category,
    title: goal.title.trim(),
    metric: goal.metric.trim(),
    unit: goal.unit.trim(),
    ramp: goal.ramp,
    target: Number(goal.target),
    ...(asksReading(goal) ? said("reading", goal.reading) : {}),
    ...said("clause", goal.clause.trim()),
    ...said("clauseKey", goal.clauseKey ?? ""),
    ...said("hostOwnerId", goal.hostOwnerId || ""),
    ...said("partnerOwnerId", goal.partnerOwnerId || ""),
  })),
})
