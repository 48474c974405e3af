import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { isRefusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { decidePartyMeant, type Parties } from "#rules/partnerships"
import { decideParts, type Parted } from "./parts.ts"

export const agreementStates = [
  "draft",
  "negotiating",
  "approving",
  "signing",
  "in_force",
  "amended",
  "expired",
  "terminated",
  "superseded",
] as const
export type AgreementState = (typeof agreementStates)[number]

/** An amended agreement holds as much as one as it was first signed. */
export const statesInForce = ["in_force", "amended"] as const satisfies readonly AgreementState[]

export const isInForce = ({ state }: Readonly<{ state: AgreementState }>): boolean =>
  (statesInForce as readonly AgreementState[]).includes(state)

/** Days ahead in which a notice day is near, and a last day. */
export const noticeWindowDays = 60
export const endingWindowDays = 90

/** Of an agreement without end such a day comes again and again: it is near only when it is nearly there. */
export const recurringWindowDays = 14

type Known = Readonly<{
  state: AgreementState
  endsOn: PlainDate | null
  noticeOn: PlainDate | null
  lastNoticeOn: PlainDate | null
}>

const isWithin = (day: PlainDate | null, today: PlainDate, days: number): boolean =>
  day !== null && day >= today && day <= addDays(today, days)

/** From so many days before the workday to act by until the last day of notice itself is over. */
export const isNoticeNear = (agreement: Known, today: PlainDate): boolean => {
  const { endsOn, noticeOn, lastNoticeOn } = agreement
  if (!isInForce(agreement) || noticeOn === null || (lastNoticeOn ?? noticeOn) < today) return false
  return noticeOn <= addDays(today, endsOn === null ? recurringWindowDays : noticeWindowDays)
}

export const isEndNear = (agreement: Known, today: PlainDate): boolean =>
  isInForce(agreement) && isWithin(agreement.endsOn, today, endingWindowDays)

type Term = Readonly<{
  startsOn: PlainDate
  endsOn?: PlainDate | null | undefined
  noticeDays?: number | null | undefined
  noticeWeeks?: number | null | undefined
  noticeMonths?: number | null | undefined
}>

export const renewals = ["none", "renews", "renewsAfter", "renewedAfter"] as const

/**
 * What can be said of an agreement's renewal. Where nobody wrote down for how long it renews, of one that has renewed only the day is
 * known after which it did, and never a new end.
 */
export const renewalOf = (
  {
    state,
    endsOn,
    autoRenews,
    isNoticeStanding,
  }: Pick<Known, "state" | "endsOn"> & Readonly<{ autoRenews: boolean; isNoticeStanding: boolean }>,
  today: PlainDate,
): (typeof renewals)[number] => {
  if (!autoRenews || isNoticeStanding || !isInForce({ state })) return "none"
  if (endsOn === null) return "renews"
  return endsOn < today ? "renewedAfter" : "renewsAfter"
}

type Line = Readonly<{ startsOn: PlainDate; endsOn?: PlainDate | null | undefined }>
type Lines = Readonly<{ objectives: readonly Line[]; commitments: readonly Line[] }>

/**
 * Dates must be in order, each line must lie inside the agreement's term, and the length of notice is said in one unit. The refusal
 * names the first field that is wrong.
 */
export const decideTerm = (term: Term, lines: Lines): true | Refusal<"dates-out-of-order" | "notice-said-twice"> => {
  const said = (["noticeDays", "noticeWeeks", "noticeMonths"] as const).filter((field) => term[field] != null)
  if (said.length > 1) return refuse("notice-said-twice", { field: said[1] })
  if (term.endsOn != null && term.endsOn < term.startsOn) return outOfOrder("endsOn", "on or after startsOn")
  for (const [kind, list] of Object.entries(lines))
    for (const [index, { startsOn, endsOn }] of list.entries()) {
      const at = `${kind}.${index}`
      if (startsOn < term.startsOn) return outOfOrder(`${at}.startsOn`, "on or after the agreement's first day")
      if (endsOn != null && endsOn < startsOn) return outOfOrder(`${at}.endsOn`, "on or after its own first day")
      if (endsOn != null && kind === "objectives" && endsOn === startsOn)
        return outOfOrder(`${at}.endsOn`, "after its own first day")
      if (endsOn != null && term.endsOn != null && endsOn > term.endsOn)
        return outOfOrder(`${at}.endsOn`, "on or before the agreement's last day")
    }
  return true
}

type Promised = Readonly<{ owedBy: Side; party?: Id | undefined }>
type Aimed = Readonly<{ party?: Id | undefined }>

/** Whose each line is. The refusal names the first line that leaves it open among several companies, or names a stranger. */
export const decideParties = <O extends Aimed, C extends Promised>(
  parties: Parties,
  { objectives, commitments }: Readonly<{ objectives: readonly O[]; commitments: readonly C[] }>,
) => {
  for (const [index, { party }] of objectives.entries())
    if (party !== undefined && !parties.companies.includes(party))
      return refuse("no-such-party", { field: `objectives.${index}.party` })
  const owed = commitments.map(({ owedBy, party, ...line }) => ({
    ...line,
    partyId: decidePartyMeant(parties, owedBy, party),
  }))
  const open = owed.findIndex(({ partyId }) => isRefusal(partyId))
  const why = owed[open]?.partyId
  if (isRefusal(why))
    return refuse(why.refusal as "company-needed" | "no-such-party", { field: `commitments.${open}.party` })
  return {
    objectives: objectives.map(({ party, ...line }) => ({ ...line, partyId: party })),
    commitments: owed as (Omit<C, "owedBy" | "party"> & { partyId: Id })[],
  }
}

const outOfOrder = (field: string, expected: string) => refuse("dates-out-of-order", { field, expected })

type Draft = Readonly<{ startsOn?: PlainDate | undefined; endsOn?: PlainDate | undefined }>
type Periodic = Draft & Parted

/**
 * What an agreement holds, when it is entered: lines without days of their own run with it, all of them fit into its term,
 * an objective has a last day to be reached by, and of a part of a period it is known what it asks for.
 */
export const decideLines = <O extends Draft, C extends Periodic>(
  term: Term,
  drafts: Readonly<{ objectives: readonly O[]; commitments: readonly C[] }>,
) => {
  const within = <Line extends Draft>(line: Line) => ({
    ...line,
    startsOn: line.startsOn ?? term.startsOn,
    endsOn: line.endsOn ?? term.endsOn ?? undefined,
  })
  const lines = { objectives: drafts.objectives.map(within), commitments: drafts.commitments.map(within) }
  const fits = decideTerm(term, lines)
  if (isRefusal(fits)) return fits
  const parts = decideParts(lines.commitments)
  if (isRefusal(parts)) return parts
  const endless = lines.objectives.findIndex(({ endsOn }) => endsOn === undefined)
  return endless < 0 ? lines : refuse("objective-needs-end", { field: `objectives.${endless}.endsOn` })
}

type Standing = Readonly<{ state: AgreementState; startsOn: PlainDate; endsOn: PlainDate | null }>

/** Only an agreement that is in force is changed or ended. */
export const decideOpen = ({ state }: Pick<Standing, "state">): true | Refusal<"not-in-force"> =>
  isInForce({ state }) || refuse("not-in-force", { state })

/** Changes the terms of an agreement that is in force. */
export const decideEdit = (
  agreement: Pick<Standing, "state">,
  term: Term,
): true | Refusal<"not-in-force" | "dates-out-of-order" | "notice-said-twice"> => {
  const open = decideOpen(agreement)
  return open === true ? decideTerm(term, { objectives: [], commitments: [] }) : open
}

/** Ends an agreement that is in force, on a day inside its term. */
export const decideTermination = (
  agreement: Standing,
  endsOn: PlainDate,
): true | Refusal<"not-in-force" | "outside-term"> => {
  const open = decideOpen(agreement)
  if (open !== true) return open
  if (endsOn < agreement.startsOn || (agreement.endsOn !== null && endsOn > agreement.endsOn))
    return refuse("outside-term", { field: "endsOn", from: agreement.startsOn, to: agreement.endsOn })
  return true
}

/** What both sides signed is kept as a PDF, and was signed on a day that has come. Whether the signatures hold nobody checks here. */
export const decideSigned = (
  file: Readonly<{ mediaType: string }>,
  signedOn: PlainDate | null,
  today: PlainDate,
): true | Refusal<"pdf-expected" | "not-yet-signed"> => {
  if (file.mediaType !== "application/pdf") return refuse("pdf-expected", { field: "fileId" })
  return signedOn === null || signedOn <= today || refuse("not-yet-signed", { field: "signedOn", today })
}
