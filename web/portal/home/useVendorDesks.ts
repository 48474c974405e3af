import { type UseQueryResult, useQueries } from "@tanstack/react-query"
import { readBeside } from "#client/readBeside"
import type { MyWorkspace } from "#client/session"
import { endingsNear, noticesNear } from "#contract/agreements"
import { listOccurrences, promisesOurs, promisesProposed, promisesTheirs } from "#contract/commitments"
import { getHome } from "#contract/home"
import { proposalsWaiting, versionsWaiting } from "#contract/negotiation"
import { listOwnPartnerships, type PartnershipForPartner } from "#contract/portfolio"
import { tasksWaiting } from "#contract/tasks"
import { type AttentionGroup, type Counted, groupOf } from "#core/attention"
import type { OutputOf } from "#core/endpoint"
import {
  areTasksCutOff,
  type DeskDay,
  type DeskPromise,
  type DeskTask,
  type DeskText,
  daysOf,
  isCutOff,
  nearOf,
} from "./desk.ts"

/** What one vendor's workspace says; what could not be read is left out and said to be missing. */
export type VendorDesk = Readonly<{
  vendor: MyWorkspace
  /** The first of them by name; `total` is how many there are. */
  partnerships: readonly PartnershipForPartner[]
  total: number
  promises: readonly DeskPromise[]
  tasks: readonly DeskTask[]
  days: readonly DeskDay[]
  texts: readonly DeskText[]
  /** Of this side, in all, as far as the vendor counts. */
  counts: Readonly<Record<"overdue" | "due" | "tasks", Counted>>
  /** More is due in the time that is shown than was read. */
  hasMore: boolean
  isLoading: boolean
  /** Not all of it could be read; what is missing is unknown, and not nothing. */
  isPartial: boolean
  problem: unknown
}>

const upcoming = { state: "upcoming", sort: "dueOn", limit: 100 } as const

/** Everything of one vendor in three reads; all vendors side by side. A vendor that does not answer keeps no other waiting. */
export const useVendorDesks = (vendors: readonly MyWorkspace[]): readonly VendorDesk[] => {
  const homes = useQueries({
    queries: vendors.map(({ slug }) =>
      readBeside(getHome, vendors.length, { workspace: slug, query: { whose: "all" } }),
    ),
  })
  const soon = useQueries({
    queries: vendors.map(({ slug }) =>
      readBeside(listOccurrences, vendors.length, { workspace: slug, query: upcoming }),
    ),
  })
  const own = useQueries({
    queries: vendors.map(({ slug }) => readBeside(listOwnPartnerships, vendors.length, { workspace: slug })),
  })
  return vendors.map((vendor, index) => deskOf(vendor, homes[index], soon[index], own[index]))
}

/** The lists of which this page shows everything there is. */
const shown = [
  ...[promisesOurs, promisesTheirs, promisesProposed, tasksWaiting, noticesNear, endingsNear],
  ...[proposalsWaiting, versionsWaiting],
]

type Read<T> = UseQueryResult<T, unknown> | undefined

const deskOf = (
  vendor: MyWorkspace,
  home: Read<OutputOf<typeof getHome>>,
  soon: Read<OutputOf<typeof listOccurrences>>,
  own: Read<OutputOf<typeof listOwnPartnerships>>,
): VendorDesk => {
  const reads = [home, soon, own]
  const groups = home?.data?.groups ?? []
  const [ours, theirs] = [groupOf(groups, promisesTheirs), groupOf(groups, promisesOurs)]
  const asked = groupOf(groups, promisesProposed)
  const tasks = groupOf(groups, tasksWaiting)
  const [proposals, versions] = [groupOf(groups, proposalsWaiting), groupOf(groups, versionsWaiting)]
  const [notices, endings] = [groupOf(groups, noticesNear), groupOf(groups, endingsNear)]
  const near = nearOf(soon?.data?.items ?? [], vendor.today)
  const unreadable = home?.data?.unreadable ?? []
  const problem = reads.find((read) => read?.error)?.error ?? null
  return {
    vendor,
    partnerships: own?.data?.items ?? [],
    total: own?.data?.total ?? 0,
    promises: [
      ...new Map([...near, ...asked.items, ...ours.items, ...theirs.items].map((each) => [each.id, each])).values(),
    ].map((promise) => ({ ...promise, vendor })),
    tasks: tasks.items.map((task) => ({ ...task, vendor })),
    texts: [...proposals.items, ...versions.items].map((each) => ({ ...each, vendor })),
    days: daysOf(vendor, notices.items, endings.items),
    counts: {
      overdue: ours.counts.overdue,
      due: ours.counts.due,
      tasks: tasks.counts.overdue,
    },
    hasMore:
      [ours, theirs].some(isCutOff) ||
      [asked, proposals, versions].some(isListCutOff) ||
      areTasksCutOff(tasks) ||
      (soon?.data?.next != null && near.length === soon.data.items.length),
    isLoading: reads.some((read) => read?.isLoading ?? false),
    isPartial: problem !== null || shown.some(({ key }) => unreadable.includes(key)),
    problem,
  }
}

const isListCutOff = ({ items, counts }: AttentionGroup<unknown, "waiting">) => items.length < counts.waiting.count
