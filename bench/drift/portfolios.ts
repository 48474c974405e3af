import { weekNumber } from "#core/time"
import { chanceFrom } from "./chance.ts"
import { signalsOf } from "./signals.ts"
import { neverWell, stories } from "./stories.ts"
import type { Case } from "./truth.ts"
import { drawCase, type Order } from "./world.ts"

const shockWeek = weekNumber("2025-09-01")

/**
 * One workspace of partnerships with known fates, each other's market: a third drifts, the rest is steady; one type in it may be
 * hit by a common fall.
 */
export const drawOwn = (seed: number, index: number): readonly Case[] => {
  const chance = chanceFrom(seed + 7919 * index)
  const types = Object.keys(signalsOf)
  const hit = chance.happens(0.5) ? chance.pick(types) : undefined
  const by = chance.between(0.3, 0.55)
  const orders: Order[] = []
  const add = (type: string, fate: Order["fate"], cause?: string) => {
    const isHit = type === hit
    orders.push({
      name: `w${index}-${orders.length}`,
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
  const other = chanceFrom(seed + 7919 * index + 1_000_003)
  return orders.map((order) => drawCase(order, chance, other))
}
