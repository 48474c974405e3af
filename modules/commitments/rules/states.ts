export const measures = ["done_by_date", "per_cadence", "within_hours", "amount_per_period"] as const
export type CommitmentMeasure = (typeof measures)[number]

export const cadences = ["once", "weekly", "monthly", "quarterly", "yearly"] as const
export type Cadence = (typeof cadences)[number]

/** What it takes to call a promise kept. `file` is one that is kept here or a link to one; `record` is an activity or either of these. */
export const evidenceNeeds = ["any", "file", "record", "confirmation"] as const
export type EvidenceNeeded = (typeof evidenceNeeds)[number]

export const evidenceKinds = ["activity", "link", "note", "confirmation", "file"] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const occurrenceStates = [
  "upcoming",
  "due",
  "kept",
  "kept_late",
  "missed",
  "waived",
  "re_agreed",
  "disputed",
] as const
export type OccurrenceState = (typeof occurrenceStates)[number]

/**
 * Allowed moves. Everything not listed is refused. `re_agreed` waits for its newly agreed date as `upcoming` waits for
 * its first; both can be kept late, because a night in which no job ran must not stop anybody. Taking a report back is no move: it returns to where the calendar says the promise stands.
 */
export const moves: Readonly<Record<OccurrenceState, readonly OccurrenceState[]>> = {
  upcoming: ["due", "kept", "kept_late", "waived", "re_agreed"],
  due: ["kept", "kept_late", "missed", "waived", "re_agreed", "disputed"],
  missed: ["kept", "kept_late", "waived", "re_agreed", "disputed"],
  re_agreed: ["due", "kept", "kept_late", "waived", "re_agreed"],
  disputed: ["kept", "kept_late", "missed", "waived", "re_agreed"],
  kept: ["disputed"],
  kept_late: ["disputed"],
  waived: [],
}

export const mayMove = (from: OccurrenceState, to: OccurrenceState): boolean => moves[from].includes(to)
