import type { getHome } from "#contract/home"
import type { OutputOf } from "#core/endpoint"

export type Home = OutputOf<typeof getHome>
export type Partner = Home["partners"][number]

/** Whose each partnership is and what is at stake in it, by its id. */
export const partnersOf = ({ partners }: Home): ReadonlyMap<string, Partner> =>
  new Map(partners.map((each) => [each.partnershipId, each]))
