import type { CallOf } from "#client/call"
import type { editPartnership } from "#contract/partnerships"
import type { PartnershipForHost } from "#contract/portfolio"

/** What a person says about a partnership, as fields hold it: empty is nothing said. */
export type Details = Readonly<
  Record<"name" | "type" | "ownerId" | "region" | "tier" | "program" | "currency" | "startedOn" | "reason", string>
>

export const detailsOf = (partnership: PartnershipForHost): Details => ({
  name: partnership.name,
  type: partnership.type,
  ownerId: partnership.owner?.id ?? "",
  region: partnership.region ?? "",
  tier: partnership.tier ?? "",
  program: partnership.program ?? "",
  currency: partnership.currency,
  startedOn: partnership.startedOn ?? "",
  reason: partnership.reason ?? "",
})

type Input = CallOf<typeof editPartnership>["input"]

/** The whole of it, as it is sent; what is empty is left out. */
export const inputOf = (details: Details): Input =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value.trim() !== "")) as Input
