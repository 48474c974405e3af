import type { Say } from "#platform/texts"
import type { PartnershipType } from "#rules/partnerships"
import { type Criterion, type Dimension, levels } from "./rules.ts"

/* What there is to ask of a company, and what each type of partnership asks of it, by what it lives on: a reseller on people who sell, an
   integration on how two technologies fit. Weights make 100. They are a place to start from; whoever takes one over changes it. */

const asked = {
  "shared-goal": "strategic",
  "no-conflict": "strategic",
  sponsor: "strategic",
  "sales-people": "commercial_capability",
  "track-record": "commercial_capability",
  finances: "commercial_capability",
  investment: "commercial_capability",
  reach: "market_coverage",
  "customer-fit": "market_coverage",
  "new-ground": "market_coverage",
  delivery: "operational",
  "technical-fit": "operational",
  "data-protection": "operational",
  reporting: "operational",
  "staying-power": "cultural",
  openness: "cultural",
  pace: "cultural",
  integrity: "cultural",
} as const satisfies Readonly<Record<string, Dimension>>
type Asked = keyof typeof asked

/** At the lowest level of these nobody goes on, whatever else speaks for it. */
const knockOuts: readonly Asked[] = ["no-conflict", "finances", "data-protection", "integrity"]

type Weights = Readonly<Partial<Record<Asked, number>>>

/** Asked of everybody: goals, finances, openness, and whether anything speaks against them. */
const everybody: Weights = { "shared-goal": 10, finances: 5, openness: 5, integrity: 5 }

const weights: Readonly<Record<PartnershipType, Weights>> = {
  reseller: {
    ...{ ...everybody, "no-conflict": 5, "sales-people": 15, "track-record": 10, investment: 10, reach: 10 },
    ...{ "customer-fit": 10, "new-ground": 5, delivery: 5, reporting: 5 },
  },
  distributor: {
    ...{ ...everybody, finances: 15, "no-conflict": 5, "sales-people": 10, "track-record": 10, reach: 20 },
    ...{ "new-ground": 10, reporting: 10 },
  },
  msp: {
    ...{ ...everybody, "track-record": 10, investment: 5, "customer-fit": 15, delivery: 20, "data-protection": 15 },
    ...{ "staying-power": 10 },
  },
  integrator: {
    ...{ ...everybody, "no-conflict": 5, "track-record": 15, "customer-fit": 10, delivery: 25, "technical-fit": 10 },
    ...{ "data-protection": 5, "staying-power": 5 },
  },
  isv: {
    ...{
      ...everybody,
      "no-conflict": 10,
      investment: 10,
      "customer-fit": 15,
      "technical-fit": 25,
      "data-protection": 10,
    },
    ...{ pace: 5 },
  },
  integration: {
    ...{
      ...everybody,
      "no-conflict": 5,
      investment: 10,
      "customer-fit": 15,
      "technical-fit": 30,
      "data-protection": 10,
    },
    ...{ pace: 5 },
  },
  referral: {
    ...{ ...everybody, reach: 20, "customer-fit": 30, "new-ground": 15, pace: 10 },
  },
  co_marketing: {
    ...{ ...everybody, "no-conflict": 5, investment: 20, reach: 15, "customer-fit": 20, reporting: 10, pace: 5 },
  },
  joint_solution: {
    ...{ ...everybody, sponsor: 10, "track-record": 5, investment: 15, "customer-fit": 10, delivery: 10 },
    ...{ "technical-fit": 20, pace: 5 },
  },
  strategic_alliance: {
    ...{ ...everybody, "shared-goal": 20, "no-conflict": 10, sponsor: 20, investment: 10, "new-ground": 10 },
    ...{ "staying-power": 10, pace: 5 },
  },
  consortium: {
    ...{ ...everybody, "shared-goal": 15, sponsor: 15, "track-record": 10, delivery: 15, "data-protection": 10 },
    ...{ reporting: 10, "staying-power": 10 },
  },
}

/** What a profile of this type can start from, in the words of a language; what is taken over stays in them. */
export const readyProfile = (type: PartnershipType, say: Say): Criterion[] =>
  (Object.entries(weights[type]) as [Asked, number][]).map(([key, weight]) => ({
    ...{ key, dimension: asked[key], weight, isKnockOut: knockOuts.includes(key) },
    question: say(`criteria:${key}.question`),
    anchors: levels.map((level) => say(`criteria:${key}.${level}`)),
  }))
