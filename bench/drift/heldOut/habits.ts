import type { Chance } from "#bench/drift/chance"
import { causes } from "./causes.ts"
import { type Key, signalsByType } from "./sources.ts"
import type { Wish } from "./wish.ts"

export const shuffled = <T>(from: readonly T[], chance: Chance): T[] =>
  from
    .map((one) => [chance.between(0, 1), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one)

/** What a workspace is in the habit of measuring, by type, the most usual first. */
export type Habits = Readonly<Record<string, readonly Key[]>>

export const drawHabits = (chance: Chance): Habits =>
  Object.fromEntries(Object.entries(signalsByType).map(([type, pool]) => [type, shuffled(pool, chance)]))

/** What is promised in numbers where a partnership is new. */
const targets: readonly Key[] = ["registrations", "leads_passed_by_partner", "revenue"]

/**
 * Six to fourteen signals: contacts, something of every stage of the story, and the habit of the workspace, so that like
 * partnerships have most signals in common.
 */
export const keysFor = ({ type, fate, cause }: Wish, habits: Habits, chance: Chance): readonly Key[] => {
  const habit = habits[type] as readonly Key[]
  const keys = new Set<Key>(["two_way_contacts"])
  for (const { signals } of (cause && causes[cause]?.stages) || []) {
    const there = shuffled(signals, chance).filter((key) => habit.includes(key))
    for (const key of there.slice(0, chance.whole(1, 2))) keys.add(key)
  }
  for (const key of habit) if (fate === "never-well" && targets.includes(key)) keys.add(key)
  const size = chance.whole(6, 14)
  for (const key of habit) if (keys.size < size && chance.happens(0.85)) keys.add(key)
  for (const key of habit) if (keys.size < 6) keys.add(key)
  return [...keys]
}
