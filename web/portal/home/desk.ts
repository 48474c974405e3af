import type { MyWorkspace } from "#client/session"
import type { Deadline } from "#contract/agreements"
import type { WaitingPromise } from "#contract/commitments"
import type { proposalsWaiting, versionsWaiting } from "#contract/negotiation"
import type { tasksWaiting } from "#contract/tasks"
import type { AttentionGroup, Counted, ItemsOf } from "#core/attention"
import { addDays, type PlainDate } from "#core/time"

/** A promise as it stands on the desk of somebody who works with several vendors. */
export type DeskPromise = WaitingPromise & Readonly<{ vendor: MyWorkspace }>

/** A task of one's own company, as its vendor tells it. */
export type DeskTask = ItemsOf<typeof tasksWaiting>[number] & Readonly<{ vendor: MyWorkspace }>

/** A day of an agreement: the last one for notice, or its end. */
export type DeskDay = Deadline & Readonly<{ vendor: MyWorkspace; kind: "notice" | "end"; on: PlainDate }>

type Texts = ItemsOf<typeof proposalsWaiting>[number] | ItemsOf<typeof versionsWaiting>[number]
/** A text that waits for one's own company: for an answer to what is proposed on it, or for its yes. */
export type DeskText = Texts & Readonly<{ vendor: MyWorkspace }>

/** The notice days and the ends that one vendor tells of. */
export const daysOf = (
  vendor: MyWorkspace,
  notices: readonly Deadline[],
  endings: readonly Deadline[],
): readonly DeskDay[] => [
  ...notices.flatMap((each) =>
    each.noticeOn === null ? [] : [{ ...each, vendor, kind: "notice" as const, on: each.noticeOn }],
  ),
  ...endings.flatMap((each) =>
    each.endsOn === null ? [] : [{ ...each, vendor, kind: "end" as const, on: each.endsOn }],
  ),
]

/** What a list of tasks holds fewer of than there are. */
export const areTasksCutOff = ({ items, counts }: AttentionGroup<unknown, "overdue" | "soon">) =>
  items.length < counts.overdue.count + counts.soon.count

/** Of all vendors together: that many at least, where one of them stopped counting. */
export const together = (counts: readonly Counted[]): Counted => ({
  count: counts.reduce((sum, { count }) => sum + count, 0),
  isMore: counts.some(({ isMore }) => isMore),
})

type OnDesk = Readonly<{ vendor: MyWorkspace; isOverdue: boolean; dueOn: PlainDate | null }>

/** When something is due, seen from the day it is at that vendor. */
export const spans = ["overdue", "today", "week", "later"] as const
export type Span = (typeof spans)[number]

export const spanOf = ({ isOverdue, dueOn, vendor }: OnDesk): Span => {
  if (isOverdue) return "overdue"
  if (dueOn === null) return "later"
  if (dueOn <= vendor.today) return "today"
  return dueOn <= addDays(vendor.today, 7) ? "week" : "later"
}

/** Further ahead nobody plans by this page; the partnership shows it. */
const daysAhead = 30

/** Of what is coming, what this page shows. */
export const nearOf = <Row extends Readonly<{ dueOn: PlainDate }>>(
  rows: readonly Row[],
  today: PlainDate,
): readonly Row[] => rows.filter(({ dueOn }) => dueOn <= addDays(today, daysAhead))

/** Whether a list holds fewer than there are. What was reported is in the list and not among what is counted. */
export const isCutOff = ({
  items,
  counts,
}: AttentionGroup<Readonly<{ awaitsConfirmation: boolean }>, "overdue" | "due">) =>
  items.filter(({ awaitsConfirmation }) => !awaitsConfirmation).length < counts.overdue.count + counts.due.count

/** What the other party proposes and this person answers. */
const isAsked = ({ proposal, abilities }: DeskPromise): boolean =>
  proposal?.state === "open" && abilities.answer === true

/** What waits for this person's word comes before all else; then what they owe, and what they are owed, each by date. */
export const deskOf = (promises: readonly DeskPromise[]) => {
  const byDate = promises.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
  const toAnswer = byDate.filter(isAsked)
  const toConfirm = byDate.filter(
    (promise) => promise.awaitsConfirmation && promise.abilities.confirm === true && !isAsked(promise),
  )
  const rest = byDate.filter((promise) => !toConfirm.includes(promise) && !toAnswer.includes(promise))
  return {
    ...{ toAnswer, toConfirm },
    ours: rest.filter(({ owedBy, abilities }) => owedBy === "partner" && !isAnothers(abilities.report)),
    theirs: rest.filter(({ owedBy }) => owedBy === "host"),
  }
}

/** In a consortium another company's promise is on the shared record too, and on nobody else's desk. */
const isAnothers = (report: true | string): boolean => report === "not-your-promise"
