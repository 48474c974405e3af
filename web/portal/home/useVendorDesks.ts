import { type UseQueryResult, useQueries } from "@tanstack/react-query"
import { readOf } from "#client/read"
import type { MyWorkspace } from "#client/session"
import { listOccurrences, promisesOurs, promisesTheirs, type WaitingPromise } from "#contract/commitments"
import { getHome } from "#contract/home"
import { listOwnPartnerships, type PartnershipForPartner } from "#contract/portfolio"
import { groupOf } from "#core/attention"
import type { OutputOf } from "#core/endpoint"
import { addDays } from "#core/time"

/** A promise as it stands on the desk of somebody who works with several vendors. */
export type DeskPromise = WaitingPromise & Readonly<{ vendor: MyWorkspace }>

/** What one vendor's workspace says; what could not be read is left out and said to be missing. */
export type VendorDesk = Readonly<{
  vendor: MyWorkspace
  partnerships: readonly PartnershipForPartner[]
  promises: readonly DeskPromise[]
  isLoading: boolean
  problem: unknown
}>

const upcoming = { state: "upcoming", sort: "dueOn", limit: 20 } as const

/** Further ahead nobody plans by this page; the partnership shows it. */
const daysAhead = 30

/** Everything of one vendor in three reads; all vendors side by side. A vendor that does not answer keeps no other waiting. */
export const useVendorDesks = (vendors: readonly MyWorkspace[]): readonly VendorDesk[] => {
  const homes = useQueries({
    queries: vendors.map(({ slug }) => readOf(getHome, { workspace: slug, query: { whose: "all" } })),
  })
  const soon = useQueries({
    queries: vendors.map(({ slug }) => readOf(listOccurrences, { workspace: slug, query: upcoming })),
  })
  const own = useQueries({ queries: vendors.map(({ slug }) => readOf(listOwnPartnerships, { workspace: slug })) })
  return vendors.map((vendor, index) => deskOf(vendor, homes[index], soon[index], own[index]))
}

type Read<T> = UseQueryResult<T, unknown> | undefined

const deskOf = (
  vendor: MyWorkspace,
  home: Read<OutputOf<typeof getHome>>,
  soon: Read<OutputOf<typeof listOccurrences>>,
  own: Read<OutputOf<typeof listOwnPartnerships>>,
): VendorDesk => {
  const reads = [home, soon, own]
  const groups = home?.data?.groups ?? []
  const waiting = [...groupOf(groups, promisesTheirs).items, ...groupOf(groups, promisesOurs).items]
  const near = soon?.data?.items.filter(({ dueOn }) => dueOn <= addDays(vendor.today, daysAhead)) ?? []
  return {
    vendor,
    partnerships: own?.data?.items ?? [],
    promises: [...waiting, ...near].map((promise) => ({ ...promise, vendor })),
    isLoading: reads.some((read) => read?.isLoading ?? false),
    problem: reads.find((read) => read?.error)?.error ?? null,
  }
}
