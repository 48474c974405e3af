import { z } from "zod"
import { clockShape } from "#contract/clocks"
import { partyFields, partyInput, partyRefusals } from "#contract/partnerships"
import { attentionShape } from "#core/attention"
import {
  abilityShape,
  endpoint,
  idShape,
  instantShape,
  listOf,
  listQuery,
  moneyShape,
  plainDateShape,
  textShape,
} from "#core/endpoint"
import { alreadyRetracted, inTheFuture, roleMayNot } from "#core/refusalTexts"
import { dealStates, registeredTo, unclockedReasons } from "./rules.ts"

/** A deal, as both sides see it. */
const deal = z.object({
  id: idShape,
  partnershipId: idShape,
  name: z.string(),
  customer: z.string().nullable(),
  amount: moneyShape.nullable(),
  state: z.enum(dealStates),
  ...partyFields,
  registeredBy: z.enum(["host", "partner"]),
  /** Null when a file did not say it. */
  registeredAt: instantShape.nullable(),
  /** How exactly that is known: a file may say no more than the day, or nothing. */
  registeredTo: z.enum(registeredTo),
  answeredAt: instantShape.nullable(),
  /** The time promised for our answer; null where none is kept: registered by us, answered before there were clocks, or not known. */
  clock: clockShape.nullable(),
  /** What is not known, so that no time can be told: when it was submitted, or when something was asked about it. */
  unclocked: z.enum(unclockedReasons).nullable(),
  closeOn: plainDateShape.nullable(),
  closedOn: plainDateShape.nullable(),
  retractedAt: instantShape.nullable(),
  version: z.number(),
  abilities: z.object({ move: abilityShape, retract: abilityShape, moves: z.array(z.enum(dealStates)) }),
})
export type Deal = z.input<typeof deal>

export const recordDeal = endpoint("POST", "/partnerships/:partnership/deals", {
  makes: true,
  summary: "Registers a deal. `registeredAt` is now when left out; a partner's user registers for the partner.",
  changes: ["deals"],
  params: { partnership: idShape },
  input: {
    name: textShape(),
    customer: textShape().optional(),
    amount: moneyShape.optional(),
    registeredBy: z.enum(["host", "partner"]).optional(),
    party: partyInput,
    registeredAt: instantShape.optional(),
    closeOn: plainDateShape.optional(),
  },
  output: deal,
  refusals: {
    ...roleMayNot,
    ...partyRefusals,
    ...inTheFuture,
    "not-opened-yet": {
      status: 409,
      title: "Registering deals opens with the onboarding. Finish these steps of it first.",
    },
  },
})

export const listDeals = endpoint("GET", "/partnerships/:partnership/deals", {
  summary: "Deals of a partnership, latest registration first.",
  reads: ["deals"],
  params: { partnership: idShape },
  query: { ...listQuery(["-registeredAt", "registeredAt"]), state: z.enum(dealStates).optional() },
  output: listOf(deal),
})

export const moveDeal = endpoint("POST", "/deals/:deal/move", {
  summary:
    "Moves a deal to its next state, and its expected close date. A question pauses the clock on the host's answer, an answer stops it.",
  changes: ["deals"],
  params: { deal: idShape },
  input: { state: z.enum(dealStates), closeOn: plainDateShape.optional(), closedOn: plainDateShape.optional() },
  edits: true,
  output: deal,
  refusals: {
    ...roleMayNot,
    "not-your-deal": { status: 403, title: "This deal was registered by another company." },
    ...alreadyRetracted,
    "move-not-possible": { status: 409, title: "A deal in this state cannot move there." },
  },
})

export const retractDeal = endpoint("POST", "/deals/:deal/retract", {
  summary: "Says that a deal was recorded wrongly. It stays readable, and counts for nothing from now on.",
  changes: ["deals"],
  params: { deal: idShape },
  input: { reason: textShape(500) },
  output: deal,
  refusals: {
    ...roleMayNot,
    ...alreadyRetracted,
  },
})

/** A registration that waits for our answer, or late: the one due first comes first. */
const waitingRegistration = z.object({
  dealId: idShape,
  name: z.string(),
  partnershipId: idShape,
  partnershipName: z.string(),
  clock: clockShape,
  dueOn: plainDateShape.nullable(),
})
export type WaitingRegistration = z.input<typeof waitingRegistration>

export const registrationsWaiting = attentionShape(
  "registrations_waiting",
  waitingRegistration,
  ["late", "waiting"],
  ({ dealId, partnershipId, dueOn }) => ({ id: dealId, partnershipId, on: dueOn }),
)
