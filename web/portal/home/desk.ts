import { addDays } from "#core/time"
import type { DeskPromise } from "./useVendorDesks.ts"

/** When something is due, seen from the day it is at that vendor. */
export const spans = ["overdue", "today", "week", "later"] as const
export type Span = (typeof spans)[number]

export const spanOf = ({ isOverdue, dueOn, vendor }: DeskPromise): Span => {
  if (isOverdue) return "overdue"
  if (dueOn <= vendor.today) return "today"
  return dueOn <= addDays(vendor.today, 7) ? "week" : "later"
}

/** What waits for this person's word comes before all else; then what they owe, and what they are owed, each by date. */
export const deskOf = (promises: readonly DeskPromise[]) => {
  const byDate = promises.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
  const toConfirm = byDate.filter(
    ({ awaitsConfirmation, abilities }) => awaitsConfirmation && abilities.confirm === true,
  )
  const rest = byDate.filter((promise) => !toConfirm.includes(promise))
  return {
    toConfirm,
    ours: rest.filter(({ owedBy, abilities }) => owedBy === "partner" && !isAnothers(abilities.report)),
    theirs: rest.filter(({ owedBy }) => owedBy === "host"),
  }
}

/** In a consortium another company's promise is on the shared record too, and on nobody else's desk. */
const isAnothers = (report: true | string): boolean => report === "not-your-promise"
