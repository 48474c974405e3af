import { weekNumber } from "#core/time"
import { type Chance, chanceFrom } from "./chance.ts"
import { signalsOf } from "./signals.ts"
import { neverWell, stories } from "./stories.ts"
import { type Case, drawCase, type Order } from "./world.ts"

/** Workspaces of partnerships with known fates; partnerships of a workspace are each other's market. */
export const drawPortfolios = (seed: number, count: number): readonly (readonly Case[])[] =>
  Array.from({ length: count }, (_, i) => drawPortfolio(chanceFrom(seed + 7919 * i), `w${i}`))

const shockWeek = weekNumber("2025-09-01")

/** One workspace: a third drifts, the rest is steady; one type in it may be hit by a common fall. */
const drawPortfolio = (chance: Chance, name: string): readonly Case[] => {
  const types = Object.keys(signalsOf)
  const hit = chance.happens(0.5) ? chance.pick(types) : undefined
  const by = chance.between(0.3, 0.55)
  const orders: Order[] = []
  const add = (type: string, fate: Order["fate"], cause?: string) => {
    const isHit = type === hit
    orders.push({
      name: `${name}-${orders.length}`,
      type,
      fate: isHit && fate === "steady" ? "market" : fate,
      ...(cause ? { cause } : {}),
      sluggish: chance.pick([0, 0, 0.3, 0.5, 0.6]),
      season: chance.pick([0, 0, 0.15, 0.25]),
      gaps: chance.pick([0, 0.05, 0.15]),
      ...(isHit ? { market: { week: shockWeek, by } } : {}),
    })
  }
  for (const [cause, story] of Object.entries(stories)) {
    for (let i = 0; i < 2; i++) add(chance.pick(story.types), "drift", cause)
  }
  for (const cause of neverWell) add(chance.pick(["reseller", "msp", "referral"]), "never-well", cause)
  for (const type of types) for (let i = 0; i < 5; i++) add(type, "steady")
  for (let i = 0; i < 5; i++) if (hit !== undefined) add(hit, "steady")
  for (let i = 0; i < 3; i++) add(chance.pick(["reseller", "distributor"]), "amended")
  return orders.map((order) => drawCase(order, chance))
}
