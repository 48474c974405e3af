import type { PartnershipType } from "#rules/partnerships"
import type { Requirement, Terms, Tier } from "../rules.ts"

const asks = (key: string, asked: Partial<Requirement>): Requirement => ({
  ...{ key, kind: "won", about: "", threshold: 1, windowMonths: 0 },
  ...asked,
})
const sales = (euros: number) => asks("sales", { threshold: euros * 100, windowMonths: 12 })
const people = (count: number) => asks("people", { kind: "certified", threshold: count })
const signed = asks("agreement", { kind: "agreement" })
const plan = asks("plan", { kind: "by_hand", about: "A joint plan for this year" })
const tier = (key: string, name: string, percent: number, gives: string, ...requirements: Requirement[]): Tier => ({
  ...{ key, name, requirements, benefits: { discountBps: percent * 100, words: gives.split("; ") } },
})

const terms = (...tiers: Tier[]): Terms => ({ currency: "EUR", graceDays: 60, rhythm: "monthly", tiers })

const resell = (gold: number): Terms =>
  terms(
    tier("registered", "Registered", 10, "Partner portal; Price list", signed),
    tier(
      "silver",
      "Silver",
      15,
      "Leads in the own region; Deals protected for 60 days",
      signed,
      sales(100_000),
      people(1),
    ),
    tier(
      "gold",
      "Gold",
      20,
      "A partner manager by name; Deals protected for 90 days",
      signed,
      sales(gold),
      people(2),
      plan,
    ),
  )

const technology: Terms = {
  ...terms(
    tier("listed", "Listed", 0, "A page in the catalogue", signed),
    tier("certified", "Certified", 0, "The badge; Early access to interfaces", signed, people(1)),
  ),
  rhythm: "quarterly",
}

/** The programs of the demo's vendor: what holds, and what somebody is thinking of instead. */
export const programs: readonly Readonly<{
  name: string
  type: PartnershipType
  holds: Terms
  written: Terms
}>[] = [
  { name: "Reseller program", type: "reseller", holds: resell(300_000), written: resell(600_000) },
  { name: "Technology partners", type: "isv", holds: technology, written: technology },
]

/** What is special about somebody; everybody else has two certified people and a plan. */
export const told: Readonly<
  Record<
    string,
    Readonly<{
      tier?: string
      certified?: number
      lapsedDaysAgo?: number
      plan?: "agreed" | "not yet"
      /** A tier that was lost, and why they think it should not have been. */
      lost?: Readonly<{ tier: string; daysAgo: number; by: string; words: string }>
    }>
  >
> = {
  // Gold, until one of the two certificates ran out: the grace has begun.
  "Halden Systemhaus": { tier: "gold", certified: 1, lapsedDaysAgo: 9 },
  // Sells enough for gold, and lacks one certified person: gold is lost, and they have appealed.
  "Tidewater Technology": {
    certified: 1,
    tier: "silver",
    lost: {
      ...{ tier: "gold", daysAgo: 12, by: "Grace Okafor" },
      words: "Our second engineer passed the exam before the grace was over. The certificate came late by post.",
    },
  },
  // Nobody has said whether there is a plan.
  "Moreau Informatique": { tier: "silver", plan: "not yet" },
  Rasterworks: { certified: 0 },
}
