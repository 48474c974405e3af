import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import type { CheckResult } from "./kinds.ts"

/** Where an item's last round stands. */
export const itemStates = ["asked", "received", "accepted", "refused", "not_needed"] as const
export type ItemState = (typeof itemStates)[number]

export const roundStates = ["received", "accepted", "refused"] as const
export type RoundState = (typeof roundStates)[number]

/** How an item stands today. */
export const standings = ["asked", "received", "refused", "valid", "expiring", "expired", "not_needed"] as const
export type Standing = (typeof standings)[number]

type Judged = Readonly<{
  state: ItemState
  acceptedRound: number | null
  validThrough: PlainDate | null
  remindOn: PlainDate | null
}>

/**
 * What was accepted counts through its last day, that day included, and goes on counting while newer evidence is looked at or was refused;
 * newer evidence counts from when it is accepted.
 */
export const standingOf = ({ state, acceptedRound, validThrough, remindOn }: Judged, today: PlainDate): Standing => {
  if (state === "not_needed") return "not_needed"
  // Of what was never accepted the state is the standing; accepted has an accepted round.
  if (acceptedRound === null) return state === "accepted" ? "valid" : state
  if (validThrough === null) return "valid"
  if (today > validThrough) return "expired"
  return remindOn !== null && today >= remindOn ? "expiring" : "valid"
}

type Round = Readonly<{
  number: number
  state: RoundState
  validThrough: PlainDate | null
  checkResult: CheckResult | null
  givenAt: string
}>

/** What an item says of its rounds: the last one's state, which one counts, until when, and whether something that was met stands uncleared. */
export const itemOf = (rounds: readonly Round[], remindDays: number) => {
  const ordered = [...rounds].sort((one, other) => other.number - one.number)
  const last = ordered[0]
  const accepted = ordered.find(({ state }) => state === "accepted")
  const validThrough = accepted?.validThrough ?? null
  const isMatchOpen = last !== undefined && last.state !== "accepted" && isMet(last.checkResult)
  return {
    state: last?.state ?? ("asked" as const),
    acceptedRound: accepted?.number ?? null,
    validThrough,
    remindOn: remindDayOf(validThrough, remindDays),
    isMatchOpen,
    matchGivenAt: isMatchOpen ? last.givenAt : null,
  }
}

export const remindDayOf = (validThrough: PlainDate | null, remindDays: number): PlainDate | null =>
  validThrough === null ? null : addDays(validThrough, -remindDays)

export const isMet = (result: CheckResult | null): boolean => result === "possible_match" || result === "match"

/** What a company's diligence says to whoever decides on it: counts of what is required and not there, and of what was met. */
export type Concern = Readonly<{ missing: number; expired: number; matches: number; asked: number }>

type Weighed = Judged & Readonly<{ isRequired: boolean; isMatchOpen: boolean }>

export const concernOf = (items: readonly Weighed[], today: PlainDate): Concern => {
  const required = items.filter(({ isRequired }) => isRequired).map((item) => standingOf(item, today))
  const missing: readonly Standing[] = ["asked", "received", "refused"]
  return {
    missing: required.filter((standing) => missing.includes(standing)).length,
    expired: required.filter((standing) => standing === "expired").length,
    matches: items.filter(({ isMatchOpen }) => isMatchOpen).length,
    asked: items.length,
  }
}
