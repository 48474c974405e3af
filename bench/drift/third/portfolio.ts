import { chanceFrom } from "#bench/drift/chance"
import type { Case } from "#bench/drift/truth"
import { draw, lastWeek, type Order } from "./draw.ts"
import { recorded } from "./sources.ts"
import { tales } from "./tales.ts"

/** Partnerships per workspace: those of one type are each other's market, and there are many, of which many drift. */
export const workspaceSize = 400

/** One workspace, from its own seed: two in five drift, as slowly and as many at a time as drifts do; one type may have a slump. */
export const drawThird = (seed: number, index: number, count = workspaceSize): readonly Case[] => {
  const chance = chanceFrom(seed * 6007 + 101 * index + 13)
  const other = chanceFrom(seed * 6007 + 101 * index + 1_000_003)
  const types = Object.keys(recorded)
  const causes = Object.keys(tales)
  const hit = chance.happens(0.5) ? chance.pick(types) : undefined
  const slump = { week: chance.whole(lastWeek - 70, lastWeek - 14), by: chance.between(0.25, 0.5) }
  const from = chance.whole(0, causes.length - 1)
  return Array.from({ length: count }, (_, i) => {
    const share = i / count
    const name = `t${index} partner ${i}`
    const cause = share < 0.4 ? (causes[(from + i) % causes.length] as string) : undefined
    const type = chance.pick(cause === undefined ? types : (tales[cause]?.types ?? types))
    const isHit = type === hit
    const calm: Order["fate"] = share > 0.92 ? "dip" : isHit ? "market" : "steady"
    return draw(
      { name, type, fate: cause ? "drift" : calm, ...(cause ? { cause } : {}), ...(isHit ? { slump } : {}) },
      chance,
      other,
    )
  })
}
