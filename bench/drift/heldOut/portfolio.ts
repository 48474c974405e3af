import { chanceFrom } from "#bench/drift/chance"
import type { Case } from "#bench/drift/truth"
import { causes } from "./causes.ts"
import { drawHabits } from "./habits.ts"
import { drawPartnership } from "./partnership.ts"
import { signalsByType } from "./sources.ts"
import { lastWeek, type Wish } from "./wish.ts"

/** Partnerships per workspace: those of one type are each other's market. */
export const workspaceSize = 60

/** One workspace, from its own seed: near half of it drifts, and the market of one of its types falls. */
export const drawHeldOut = (seed: number, index: number, count = workspaceSize): readonly Case[] => {
  const chance = chanceFrom(seed * 1009 + 31 * index)
  const other = chanceFrom(seed * 1009 + 31 * index + 1_000_003)
  const habits = drawHabits(chance)
  const types = Object.keys(signalsByType)
  const names = Object.keys(causes)
  const first = chance.whole(0, names.length - 1)
  const wishes: Omit<Wish, "name">[] = []
  const add = (times: number, wish: () => Omit<Wish, "name">) => {
    for (let i = 0; i < times; i++) wishes.push(wish())
  }
  for (let i = 0; i < Math.round(0.45 * count); i++) {
    const cause = names[(first + i) % names.length] as string
    wishes.push({ type: chance.pick(causes[cause]?.types ?? []), fate: "drift", cause })
  }
  const share = (of: number) => Math.max(1, Math.round(of * count))
  add(share(0.02), () => ({
    type: chance.pick(["reseller", "msp", "referral"]),
    fate: "never-well",
    cause: "never_activated",
  }))
  add(share(0.02), () => ({
    type: chance.pick(["reseller", "distributor"]),
    fate: "never-well",
    cause: "wrong_promise",
  }))
  add(share(0.05), () => ({ type: chance.pick(types), fate: "dip" }))
  add(share(0.05), () => ({ type: chance.pick(["reseller", "distributor", "strategic_alliance"]), fate: "amended" }))
  add(share(0.05), () => ({ type: chance.pick(types), fate: "steady", isYoung: true }))
  const hit = chance.pick(["distributor", "msp", "referral", "integrator"])
  const market = {
    week: chance.whole(lastWeek - 80, lastWeek - 12),
    by: chance.between(0.3, 0.6),
    takes: chance.pick([1, 4, 12]),
  }
  add(share(0.16), () => ({ type: hit, fate: "market" }))
  while (wishes.length < count) wishes.push({ type: chance.pick(types), fate: "steady" })
  return wishes.map((wish, i) => {
    const isHit = wish.type === hit && wish.fate !== "never-well" && wish.isYoung !== true
    const fate = isHit && wish.fate === "steady" ? "market" : wish.fate
    return drawPartnership(
      { ...wish, fate, name: `h${index} partner ${i}`, ...(isHit ? { market } : {}) },
      habits,
      chance,
      other,
    )
  })
}
