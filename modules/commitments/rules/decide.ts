import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { lapsesOn } from "./calendar.ts"
import type { EvidenceKind, EvidenceNeeded, OccurrenceState } from "./states.ts"
import { mayMove } from "./states.ts"

/** What one side has promised the other, due on one day. */
export type Occurrence = Readonly<{
  id: Id
  /** Who owes it: the host to every company that takes part, a company to the host. */
  partyId: Id
  owedBy: Side
  dueOn: PlainDate
  windowDays: number
  state: OccurrenceState
  /** The day on which it was kept, missed or waived. */
  closedOn: PlainDate | null
  /** The day on which its side says it was kept, while the other side's word is awaited. */
  reportedOn: PlainDate | null
  reDated: number
  /**
   * The due day that was let pass before another was agreed, or that only its own party says was moved or waived: it stays
   * counted as missed, whatever becomes of the promise, unless it turns out to have been kept in time for that day.
   */
  missedOn: PlainDate | null
  evidenceNeeded: EvidenceNeeded
  /** The clock that decides what became of it; null where people do. */
  clockId: Id | null
}>

/** What changes about an occurrence; everything else stays. */
export type Standing = Pick<Occurrence, "state" | "closedOn" | "reportedOn" | "missedOn">

/** Agreed re-dating is not slippage, but the third time is worth a look. */
export const isOftenReDated = ({ reDated }: Pick<Occurrence, "reDated">): boolean => reDated >= 3

/** A report by its own side waits until the other side has confirmed it. */
export const awaitsConfirmation = ({ state, reportedOn }: Pick<Occurrence, "state" | "reportedOn">): boolean =>
  reportedOn !== null && mayMove(state, "kept")

/** What most promises weigh. */
const usualWeight = 1

/**
 * Whose word on it binds so much that whoever has the mail alone may not give it: on a promise of weight that counts as missed.
 * Confirming rewrites a miss that others have built on; contesting does so, too.
 */
export const isWordOfWeight = ({ state, weight }: Pick<Occurrence, "state"> & Readonly<{ weight: number }>): boolean =>
  state === "missed" && weight > usualWeight

const hasFile = (kinds: readonly EvidenceKind[]): boolean => kinds.includes("file") || kinds.includes("link")

const suffices: Readonly<Record<EvidenceNeeded, (kinds: readonly EvidenceKind[]) => boolean>> = {
  any: (kinds) => kinds.length > 0,
  file: hasFile,
  record: (kinds) => kinds.includes("activity") || hasFile(kinds),
  confirmation: (kinds) => kinds.length > 0,
}

/**
 * Kept inside its window is kept; afterwards it is kept late. Learning of it late does not make it late, and a day agreed after the
 * fact does not make it in time.
 */
const keptOn = (occurrence: Occurrence, doneOn: PlainDate): Standing => {
  const { dueOn, windowDays, missedOn } = occurrence
  const isInTime = doneOn <= lapsesOn({ dueOn: missedOn ?? dueOn, windowDays })
  return isInTime
    ? { state: "kept", closedOn: doneOn, reportedOn: null, missedOn: null }
    : { state: "kept_late", closedOn: doneOn, reportedOn: null, missedOn }
}

/** A clock decides what became of such a promise: nobody reports it, takes that back or agrees another day. */
const isClocked = ({ clockId }: Pick<Occurrence, "clockId">): boolean => clockId !== null

const clockedIsClosed = (state: OccurrenceState) => refuse("already-closed", { state })

type Report = Readonly<{ by: Id; doneOn: PlainDate; evidence: readonly EvidenceKind[]; today: PlainDate }>

/** Whether a report is awaited at all. */
export const decideReportable = (
  occurrence: Pick<Occurrence, "state" | "reportedOn" | "clockId">,
): true | Refusal<"already-closed" | "already-reported"> => {
  if (isClocked(occurrence)) return clockedIsClosed(occurrence.state)
  if (!mayMove(occurrence.state, "kept")) return refuse("already-closed", { state: occurrence.state })
  if (occurrence.reportedOn !== null) return refuse("already-reported", { reportedOn: occurrence.reportedOn })
  return true
}

/**
 * A promise is kept only with evidence. Where the other side's confirmation is needed, a report by the side that owes it
 * only announces that it was done; a report by the other side is that confirmation.
 */
export const decideReport = (
  occurrence: Occurrence,
  { by, doneOn, evidence, today }: Report,
): Standing | Refusal<"already-closed" | "already-reported" | "evidence-needed" | "not-yet"> => {
  const reportable = decideReportable(occurrence)
  if (reportable !== true) return reportable
  if (doneOn > today) return refuse("not-yet", { field: "doneOn", today })
  if (!suffices[occurrence.evidenceNeeded](evidence))
    return refuse("evidence-needed", { needed: occurrence.evidenceNeeded })
  const isAnnouncement = occurrence.evidenceNeeded === "confirmation" && by === occurrence.partyId
  return isAnnouncement
    ? { state: occurrence.state, closedOn: null, reportedOn: doneOn, missedOn: occurrence.missedOn }
    : keptOn(occurrence, doneOn)
}

/** The other side's word closes what was announced, settles a dispute, and strengthens what is kept already. */
export const decideConfirmation = (occurrence: Occurrence): Standing | Refusal<"nothing-to-confirm"> => {
  const { state, closedOn, reportedOn, missedOn } = occurrence
  if (state === "kept" || state === "kept_late") return { state, closedOn, reportedOn, missedOn }
  const doneOn = reportedOn ?? (state === "disputed" ? closedOn : null)
  if (doneOn === null || !mayMove(state, "kept")) return refuse("nothing-to-confirm")
  return keptOn(occurrence, doneOn)
}

/** The side it is owed to may let the other off. */
export const decideWaiver = (occurrence: Occurrence, today: PlainDate): Standing | Refusal<"already-closed"> =>
  mayMove(occurrence.state, "waived")
    ? { state: "waived", closedOn: today, reportedOn: null, missedOn: null }
    : refuse("already-closed", { state: occurrence.state })

export type ReDated = Standing & Pick<Occurrence, "dueOn" | "reDated">

/** Whether another day can still be agreed. */
export const decideReDatable = (occurrence: Pick<Occurrence, "state" | "clockId">): true | Refusal<"already-closed"> =>
  (!isClocked(occurrence) && mayMove(occurrence.state, "re_agreed")) || clockedIsClosed(occurrence.state)

/**
 * A new date both agreed on: counted, and the promise is open again. Agreed after its day had passed, that day stays missed: the miss
 * was re-agreed after the fact.
 */
export const decideNewDate = (
  occurrence: Occurrence,
  dueOn: PlainDate,
  today: PlainDate,
): ReDated | Refusal<"already-closed" | "date-passed"> => {
  const open = decideReDatable(occurrence)
  if (open !== true) return open
  if (dueOn <= today) return refuse("date-passed", { field: "dueOn", today })
  const missedOn = occurrence.missedOn ?? (today > occurrence.dueOn ? occurrence.dueOn : null)
  return { state: "re_agreed", closedOn: null, reportedOn: null, missedOn, dueOn, reDated: occurrence.reDated + 1 }
}

/**
 * Either side may contest what the record says; the day it was said to be kept on is remembered. A miss that the very party contests
 * that owes it stays counted until it is settled.
 */
export const decideDispute = (occurrence: Occurrence, by: Id): Standing | Refusal<"nothing-to-dispute"> => {
  const { state, closedOn, reportedOn, missedOn, dueOn, partyId } = occurrence
  if (!mayMove(state, "disputed")) return refuse("nothing-to-dispute", { state })
  const isOwnMiss = state === "missed" && by === partyId
  return {
    state: "disputed",
    closedOn: reportedOn ?? (state === "missed" ? null : closedOn),
    reportedOn: null,
    missedOn: isOwnMiss ? (missedOn ?? dueOn) : missedOn,
  }
}
