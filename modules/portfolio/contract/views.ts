import { z } from "zod"
import { hostDetails, partnershipRecord, partnershipShape, partyShape } from "#contract/partnerships"
import { idShape, instantShape, moneyShape, plainDateShape } from "#core/endpoint"

const count = z.number().int()
const bothSides = <Shape extends z.ZodType>(shape: Shape) => z.object({ host: shape, partner: shape })

/** Promises kept in time, of those that fell due and were closed or missed, in the last 180 days. */
export const keptShape = bothSides(z.object({ kept: count, due: count }))

/** Promises open today, and those of them past their date. */
export const openShape = bothSides(z.object({ open: count, overdue: count }))

/** The agreement that ends next. `noticeOn` is the last day to give notice; null when no notice was agreed. */
export const nextEndShape = z.object({
  agreementId: idShape,
  title: z.string(),
  endsOn: plainDateShape,
  noticeOn: plainDateShape.nullable(),
  autoRenews: z.boolean(),
})

/**
 * What is shown of drift beside a name. `silent` goes before the others: nothing happened for half a year, where something
 * used to, whether or not a case is open. `not_scored` is too little data: neither good nor bad.
 */
export const driftShape = z.object({
  state: z.enum(["silent", "drifting", "steady", "not_scored"]),
  silentSince: plainDateShape.nullable(),
  onsetOn: plainDateShape.nullable(),
  firstSide: z.enum(["host", "partner", "both", "undetermined"]).nullable(),
  probability: z.number().nullable(),
  caseId: idShape.nullable(),
})

/** One line of the portfolio. */
export const partnershipInPortfolio = partnershipShape.extend({
  organizationName: z.string(),
  owner: z.object({ id: idShape, name: z.string() }).nullable(),
  kept: keptShape,
  promises: openShape,
  drift: driftShape,
  nextEnd: nextEndShape.nullable(),
  lastActivityAt: instantShape.nullable(),
  revenue: moneyShape.nullable().describe("measured in the last 365 days; null when nothing was measured"),
  updatedAt: instantShape,
  version: count,
})
export type PartnershipInPortfolio = z.input<typeof partnershipInPortfolio>

/** A partnership as the host sees it. */
export const partnershipForHost = partnershipInPortfolio.extend(hostDetails)
export type PartnershipForHost = z.input<typeof partnershipForHost>

/** A partnership as its partner sees it: the shared record, without the host's judgement. */
export const partnershipForPartner = partnershipShape.extend({
  hostName: z.string(),
  kept: keptShape,
  promises: openShape,
  nextEnd: nextEndShape.nullable(),
  lastActivityAt: instantShape.nullable(),
  parties: z.array(partyShape),
  abilities: partnershipRecord.shape.abilities.pick({ note: true }),
})
export type PartnershipForPartner = z.input<typeof partnershipForPartner>
