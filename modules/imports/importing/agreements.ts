import type { Id } from "#core/ids"
import type { Money } from "#core/money"
import { addDays, addMonths, type PlainDate } from "#core/time"
import type { ImportRow } from "../rules.ts"
import { codeOf, isFault, type Recorder, type RowFault, type Workshop } from "./recorder.ts"

type Agreement = Readonly<{
  id: Id
  partnershipId: Id
  title: string
  startsOn: PlainDate
  endsOn: PlainDate | null
  externalId: string | null
}>
type Agreements = ReturnType<typeof agreementIndex>

export const agreementIndex = (known: readonly Agreement[]) => {
  const byPartnership = new Map<Id, Agreement[]>()
  const add = (agreement: Agreement) => {
    const list = byPartnership.get(agreement.partnershipId)
    if (list) list.push(agreement)
    else byPartnership.set(agreement.partnershipId, [agreement])
  }
  known.forEach(add)
  return { add, of: (partnershipId: Id): readonly Agreement[] => byPartnership.get(partnershipId) ?? [] }
}

/** What a date that lies before the start is told. */
const startsOnAs = (startsOn: string) => ({ other: "Starts on", otherKey: "starts_on", otherValue: startsOn })

/** What was signed. */
export const recordAgreements = (workshop: Workshop, agreements: Agreements): Recorder => {
  const { bulk, partnershipOf, newId, today } = workshop
  return (row) => {
    const partnership = partnershipOf(row)
    if (partnership === "skipped" || isFault(partnership)) return partnership
    const title = text(row, "title") ?? ""
    const endsOn = text(row, "ends_on")
    const startsOn = text(row, "starts_on") ?? text(row, "signed_on") ?? partnership.startedOn ?? undefined
    if (startsOn === undefined) return { field: "starts_on", reason: "required-empty" }
    if (endsOn !== undefined && endsOn < startsOn)
      return { field: "ends_on", reason: "date-before-start", params: startsOnAs(startsOn) }
    const externalId = text(row, "external_id") ?? null
    const isKnown = agreements
      .of(partnership.id)
      .some((each) =>
        externalId ? each.externalId === externalId : sameTitle(each, title) && each.startsOn === startsOn,
      )
    if (isKnown) return "known"
    const value = row["value"] as Money | undefined
    const id = newId()
    agreements.add({ id, partnershipId: partnership.id, title, startsOn, endsOn: endsOn ?? null, externalId })
    bulk.add("agreement", {
      id,
      partnership_id: partnership.id,
      title,
      state: endsOn !== undefined && endsOn < today ? "expired" : "in_force",
      signed_on: text(row, "signed_on"),
      starts_on: startsOn,
      ends_on: endsOn,
      auto_renews: row["auto_renews"] === true,
      notice_days: row["notice_days"] as number | undefined,
      value_minor: value?.amountMinor,
      currency: value?.currency ?? text(row, "currency") ?? partnership.currency,
      external_id: externalId,
    })
    return "recorded"
  }
}

/** What is to be reached, as an agreement says. */
export const recordObjectives = (workshop: Workshop, agreements: Agreements): Recorder => {
  const { bulk, partnershipOf, newId, touch } = workshop
  return (row) => {
    const partnership = partnershipOf(row)
    if (partnership === "skipped" || isFault(partnership)) return partnership
    const agreement = agreementOf(agreements, partnership.id, text(row, "agreement"))
    if (isFault(agreement)) return agreement
    const target = row["target"] as number
    if (target <= 0) return { field: "target", reason: "must-be-positive" }
    if (row["weight"] === 0) return { field: "weight", reason: "must-be-positive" }
    const title = text(row, "title") ?? ""
    const startsOn = text(row, "starts_on") ?? agreement.startsOn
    const endsOn = text(row, "ends_on") ?? agreement.endsOn ?? addDays(addMonths(startsOn, 12), -1)
    if (endsOn <= startsOn) return { field: "ends_on", reason: "date-before-start", params: startsOnAs(startsOn) }
    bulk.add("objective", {
      id: newId(),
      partnership_id: partnership.id,
      agreement_id: agreement.id,
      category: codeOf(text(row, "category") ?? "revenue"),
      metric: text(row, "metric") ?? title,
      title,
      target,
      unit: text(row, "unit") ?? "",
      starts_on: startsOn,
      ends_on: endsOn,
      ramp: codeOf(text(row, "ramp") ?? "linear"),
      weight: (row["weight"] as number | undefined) ?? 1,
    })
    touch(partnership.id)
    return "recorded"
  }
}

/** What one side promised the other. Its due days are made by #modules/commitments. */
export const recordCommitments = (workshop: Workshop, agreements: Agreements): Recorder => {
  const { bulk, partnershipOf, newId, touch, today } = workshop
  return (row) => {
    const partnership = partnershipOf(row)
    if (partnership === "skipped" || isFault(partnership)) return partnership
    const title = text(row, "agreement")
    const agreement = title === undefined ? undefined : agreementOf(agreements, partnership.id, title)
    if (isFault(agreement)) return agreement
    const withinHours = row["within_hours"] as number | undefined
    if (withinHours === 0) return { field: "within_hours", reason: "must-be-positive" }
    const cadence = text(row, "cadence") ?? (withinHours === undefined ? "once" : "monthly")
    const dueOn = text(row, "due_on")
    const startsOn = text(row, "starts_on") ?? earlier(agreement?.startsOn ?? dueOn ?? today, dueOn)
    // The last day is the due day of a promise made once, and the end of the rhythm of one made for ever again.
    const endsOn = cadence === "once" ? (dueOn ?? text(row, "ends_on")) : (text(row, "ends_on") ?? dueOn)
    if (endsOn !== undefined && endsOn < startsOn)
      return { field: "due_on", reason: "date-before-start", params: startsOnAs(startsOn) }
    const evidence = text(row, "evidence")?.toLowerCase()
    bulk.add("commitment", {
      id: newId(),
      partnership_id: partnership.id,
      agreement_id: agreement?.id,
      owed_by: text(row, "owed_by"),
      title: text(row, "title"),
      measure: withinHours !== undefined ? "within_hours" : cadence === "once" ? "done_by_date" : "per_cadence",
      cadence,
      within_hours: withinHours,
      starts_on: startsOn,
      ends_on: endsOn,
      evidence_needed: evidenceNeeds.has(evidence ?? "") ? evidence : "any",
    })
    touch(partnership.id)
    return "recorded"
  }
}

const evidenceNeeds = new Set(["file", "record", "confirmation"])

/** The agreement of that title; without a title the only one there is. */
const agreementOf = (agreements: Agreements, partnershipId: Id, title: string | undefined): Agreement | RowFault => {
  const all = agreements.of(partnershipId)
  const found = title === undefined ? all : all.filter((each) => sameTitle(each, title))
  const [only] = found
  if (!only) return { field: "agreement", reason: "agreement-unknown" }
  return found.length === 1 ? only : { field: "agreement", reason: "agreement-ambiguous" }
}

const sameTitle = (agreement: Agreement, title: string): boolean =>
  agreement.title.trim().toLowerCase() === title.trim().toLowerCase()

const earlier = (day: PlainDate, other: PlainDate | undefined): PlainDate =>
  other !== undefined && other < day ? other : day

const text = (row: ImportRow, field: string): string | undefined => row[field] as string | undefined
