import type { Ask, OutputOf } from "#core/endpoint"
import { addDays } from "#core/time"
import type { Desk } from "#modules/documents"
import { notFound } from "#platform/problem"
import {
  getDrift,
  getPartnership,
  listAgreementDrafts,
  listAgreements,
  listCommitments,
  listOwnPartnerships,
  type PartnershipForHost,
  type PartnershipForPartner,
} from "../contract.ts"

export type Audience = "host" | "shared"
export type Promises = OutputOf<typeof listCommitments>
export type Occurrence = Promises["occurrences"][number]
export type Agreement = OutputOf<typeof listAgreements>["items"][number]
export type Amendment = OutputOf<typeof listAgreementDrafts>["items"][number]
export type Drift = OutputOf<typeof getDrift>

/** What both sides see of a partnership. What a document for both says can say nothing else: it is not here. */
export type SharedRecord = Omit<PartnershipForPartner, "hostName" | "partyId" | "abilities" | "lastActivityAt">

/** Both sides by name, as a document for both has to call them. */
export type Names = Readonly<{ host: string; partner: string }>

export type PartnershipFacts = Readonly<{
  record: SharedRecord
  names: Names
  promises: Promises
  agreements: readonly Agreement[]
  /** Amendments that hold; what is being written is nobody's to take away. */
  amendments: readonly Amendment[]
  /** What the host alone sees; absent from what is for both. */
  own: Readonly<{ page: PartnershipForHost; drift: Drift }> | undefined
}>

/** Reads what the partnership's page reads, through the same endpoints, as whoever asks. */
export const partnershipFacts = async (
  ask: Ask,
  desk: Desk,
  asked: Readonly<{ partnership: string; audience: Audience; isPartner: boolean }>,
): Promise<PartnershipFacts> => {
  const { partnership } = asked
  const { record, page } = await recordOf(ask, asked)
  const promises = await ask(listCommitments, {
    partnership,
    from: addDays(desk.today, -182),
    to: addDays(desk.today, 366),
  })
  const agreements = (await ask(listAgreements, { partnership })).items
  const written = (await ask(listAgreementDrafts, { partnership })).items
  const amendments = written.filter(({ kind, state }) => kind !== "first" && state === "in_force")
  const own = asked.audience === "host" && page ? { page, drift: await ask(getDrift, { partnership }) } : undefined
  return { record, names: { host: desk.workspaceName, partner: record.name }, promises, agreements, amendments, own }
}

const recordOf = async (
  ask: Ask,
  { partnership, isPartner }: Readonly<{ partnership: string; isPartner: boolean }>,
): Promise<{ record: SharedRecord; page?: PartnershipForHost }> => {
  if (isPartner) {
    const [found] = (await ask(listOwnPartnerships, { partnership, limit: 1 })).items
    if (found === undefined) throw notFound()
    return { record: sharedOf(found) }
  }
  const page = await ask(getPartnership, { partnership })
  return { record: sharedOf(page), page }
}

/** Field by field, so that what is added to the host's page does not come along. */
const sharedOf = (from: SharedRecord): SharedRecord => ({
  id: from.id,
  name: from.name,
  organizationId: from.organizationId,
  type: from.type,
  stage: from.stage,
  region: from.region,
  tier: from.tier,
  program: from.program,
  currency: from.currency,
  startedOn: from.startedOn,
  endedOn: from.endedOn,
  kept: from.kept,
  promises: from.promises,
  nextEnd: from.nextEnd,
  parties: from.parties,
})
