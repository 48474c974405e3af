import { z } from "zod"
import { abilityShape, idShape, instantShape, moneyShape, plainDateShape } from "#core/endpoint"
import { partnershipTypes, stages } from "#rules/partnerships"

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

const party = z.object({
  organizationId: idShape,
  name: z.string().nullable().describe("null when the reader may not see that company"),
  isLeading: z.boolean(),
  joinedOn: plainDateShape.nullable(),
  leftOn: plainDateShape.nullable(),
})

const shared = {
  id: idShape,
  name: z.string(),
  organizationId: idShape,
  type: z.enum(partnershipTypes),
  stage: z.enum(stages),
  region: z.string().nullable(),
  tier: z.string().nullable(),
  program: z.string().nullable(),
  currency: z.string(),
  startedOn: plainDateShape.nullable(),
  endedOn: plainDateShape.nullable(),
}

/** One line of the portfolio. */
export const partnershipInPortfolio = z.object({
  ...shared,
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
export const partnershipForHost = partnershipInPortfolio.extend({
  reason: z.string().nullable().describe("why this partnership exists"),
  externalId: z.string().nullable(),
  parties: z.array(party),
  createdAt: instantShape,
  moves: z.array(z.enum(stages)).describe("stages it may move to now"),
  abilities: z.object({ edit: abilityShape, move: abilityShape, note: abilityShape }),
})
export type PartnershipForHost = z.input<typeof partnershipForHost>

/** A partnership as its partner sees it: the shared record, without the host's judgement. */
export const partnershipForPartner = z.object({
  ...shared,
  hostName: z.string(),
  kept: keptShape,
  promises: openShape,
  nextEnd: nextEndShape.nullable(),
  lastActivityAt: instantShape.nullable(),
  parties: z.array(party),
  abilities: z.object({ note: abilityShape }),
})
export type PartnershipForPartner = z.input<typeof partnershipForPartner>
