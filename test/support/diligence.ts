import * as contract from "#contract/diligence"
import { createOrganization } from "#contract/organizations"
import type { Id } from "#core/ids"
import type { Caller } from "./keelson.ts"

/** What a company was asked for, given and told of it, by these callers. */
export const openDiligence = (manager: Caller) => {
  const add = async (organization: Id, more = {}, caller = manager) =>
    (
      await caller.call(contract.addDiligenceItem, {
        ...{ organization, kind: "tax_certificate" as const, asks: "A certificate of taxes paid" },
        ...{ isRequired: true, months: 12, remindDays: 30 },
        ...more,
      })
    ).body
  const give = (diligenceItem: Id, more: object = {}, caller = manager) =>
    caller.call(contract.giveEvidence, { diligenceItem, note: "Seen", issuedOn: "2027-03-01", ...more })
  const review = (
    round: contract.DiligenceRoundView,
    outcome: "accepted" | "refused",
    why?: string,
    caller = manager,
  ) =>
    caller.call(
      contract.reviewEvidence,
      { diligenceRound: round.id, outcome, ...(why === undefined ? {} : { why }) },
      { ifMatch: round.version },
    )
  return {
    ...{ add, give, review },
    company: async (name: string) =>
      (await manager.call(createOrganization, { name, domains: [`${name.toLowerCase()}.example`] })).body.id,
    of: async (organization: Id, caller = manager) => (await caller.call(contract.getDiligence, { organization })).body,
    accepted: async (diligenceItem: Id, more: object = {}) => {
      const { body } = await give(diligenceItem, more)
      return (await review(body, "accepted")).body
    },
  }
}
