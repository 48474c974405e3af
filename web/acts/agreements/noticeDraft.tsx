import type { AgreementView } from "#contract/agreements"

/** A field of a number that may be empty. */
type Typed = number | ""

export const noticeUnits = ["days", "weeks", "months"] as const
export const noticeTargets = ["term", "any_day", "month", "quarter", "half_year"] as const

/** What a form holds of notice and renewal: empty where nothing was said. */
export type NoticeDraft = {
  noticeLength: Typed
  noticeUnit: (typeof noticeUnits)[number]
  noticeTo: (typeof noticeTargets)[number]
  noticeCounts: "received" | "given"
  noticeOpensMonths: Typed
  autoRenews: boolean
  renewalMonths: Typed
  timeZone: string
}

type Term = { [F in TermField]?: AgreementView[F] | undefined } & Readonly<{ autoRenews?: boolean | undefined }>
type TermField =
  | "noticeDays"
  | "noticeWeeks"
  | "noticeMonths"
  | "noticeTo"
  | "noticeCounts"
  | "noticeOpensMonths"
  | "renewalMonths"
  | "timeZone"

/** The same as the form holds it. */
export const noticeDraftOf = (term: Term): NoticeDraft => ({
  noticeLength: term.noticeMonths ?? term.noticeWeeks ?? term.noticeDays ?? "",
  noticeUnit: term.noticeMonths != null ? "months" : term.noticeWeeks != null ? "weeks" : "days",
  noticeTo: term.noticeTo ?? "term",
  noticeCounts: term.noticeCounts ?? "received",
  noticeOpensMonths: term.noticeOpensMonths ?? "",
  autoRenews: term.autoRenews ?? false,
  renewalMonths: term.renewalMonths ?? "",
  timeZone: term.timeZone ?? "",
})

const orNull = (typed: Typed): number | null => (typed === "" ? null : typed)

/** Every field as an amendment says it: null where nothing is said any more. */
export const noticeAmended = (draft: NoticeDraft) => {
  const length = orNull(draft.noticeLength)
  const isSaid = length !== null
  return {
    noticeDays: draft.noticeUnit === "days" ? length : null,
    noticeWeeks: draft.noticeUnit === "weeks" ? length : null,
    noticeMonths: draft.noticeUnit === "months" ? length : null,
    noticeTo: isSaid && draft.noticeTo !== "term" ? draft.noticeTo : null,
    noticeCounts: isSaid && draft.noticeCounts === "given" ? ("given" as const) : null,
    noticeOpensMonths: isSaid ? orNull(draft.noticeOpensMonths) : null,
    renewalMonths: draft.autoRenews ? orNull(draft.renewalMonths) : null,
    timeZone: draft.timeZone || null,
    autoRenews: draft.autoRenews,
  }
}

type Amended = ReturnType<typeof noticeAmended>

/** Only what is said, as a new agreement says it. */
export const noticeSaid = (draft: NoticeDraft): { [F in keyof Amended]?: NonNullable<Amended[F]> } =>
  Object.fromEntries(Object.entries(noticeAmended(draft)).filter(([, value]) => value !== null))
