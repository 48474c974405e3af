import { z } from "zod"
import { nextEnd } from "#contract/agreements"
import { promisesKept, promisesOpen } from "#contract/commitments"
import { attentionVerdict } from "#contract/conditions"
import { driftStanding } from "#contract/drift"
import { hostDetails, partnershipRecord, partnershipShape, partyShape } from "#contract/partnerships"
import { idShape, instantShape, moneyShape, plainDateShape } from "#core/endpoint"
import { revenueWindowDays } from "../rules.ts"

const count = z.number().int()
/** One line of the portfolio. */
export const partnershipInPortfolio = partnershipShape.extend({
  organizationName: z.string(),
  tags: z.array(z.string()).describe("the host's own words for it, by name"),
  owner: z.object({ id: idShape, name: z.string() }).nullable(),
  kept: promisesKept,
  promises: promisesOpen,
  older: z.object({ host: count, partner: count }).describe("missed before the half year that is counted"),
  nextDueOn: plainDateShape.nullable().describe("the day on which a promise falls due next"),
  drift: driftStanding,
  onsetBand: z
    .object({ low: plainDateShape, high: plainDateShape })
    .nullable()
    .describe("the days between which the drift began; null where it has no onset"),
  nextEnd: nextEnd.nullable(),
  lastActivityAt: instantShape.nullable(),
  lastContactAt: instantShape.nullable().describe("when both sides last spoke with each other"),
  revenue: moneyShape
    .nullable()
    .describe(`measured in the last ${revenueWindowDays} days; null when nothing was measured`),
  attention: attentionVerdict.nullable().describe("by the workspace's own condition; null where it has none"),
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
  partyId: idShape.describe("the reader's own company"),
  kept: promisesKept,
  promises: promisesOpen,
  nextEnd: nextEnd.nullable(),
  lastActivityAt: instantShape.nullable(),
  parties: z.array(partyShape),
  abilities: partnershipRecord.shape.abilities.pick({ note: true }),
})
export type PartnershipForPartner = z.input<typeof partnershipForPartner>
