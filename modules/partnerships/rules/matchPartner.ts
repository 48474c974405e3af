import type { Id } from "#core/ids"
import { nameKey } from "#rules/organizations"

/** A partner that a name in a file may mean; `names` holds the main name and every alias. */
export type PartnerCandidate = Readonly<{ id: Id; names: readonly string[] }>

export type PartnerMatch =
  | Readonly<{ match: "exact"; id: Id; name: string }>
  | Readonly<{ match: "close"; ranked: readonly Readonly<{ id: Id; name: string; likeness: number }>[] }>
  | Readonly<{ match: "none" }>

/** Partners prepared for many look-ups. */
export type PartnerIndex = Readonly<{
  entries: readonly Readonly<{ id: Id; name: string; key: string; grams: number }>[]
  byKey: ReadonlyMap<string, readonly number[]>
  byGram: ReadonlyMap<string, readonly number[]>
  shared: Uint16Array
}>

const leastLikeness = 0.45
const mostRanked = 5

/** Builds the index: one entry per name, found by its key and by its three-letter pieces. */
export const partnerIndex = (candidates: readonly PartnerCandidate[]): PartnerIndex => {
  const entries: { id: Id; name: string; key: string; grams: number }[] = []
  const byKey = new Map<string, number[]>()
  const byGram = new Map<string, number[]>()
  for (const { id, names } of candidates)
    for (const name of names) {
      const key = nameKey(name)
      const grams = gramsOf(key)
      const at = entries.push({ id, name, key, grams: grams.size }) - 1
      append(byKey, key, at)
      for (const gram of grams) append(byGram, gram, at)
    }
  return { entries, byKey, byGram, shared: new Uint16Array(entries.length) }
}

/**
 * Finds the partner a name means. Exact: one partner has this name, legal form and spelling aside. Close: several have
 * it, or some are alike (Dice coefficient of three-letter pieces); a person must choose.
 */
export const matchPartner = (name: string, index: PartnerIndex): PartnerMatch => {
  const key = nameKey(name)
  if (key === "") return { match: "none" }
  const same = index.byKey.get(key) ?? []
  const [first] = same
  const entry = first === undefined ? undefined : index.entries[first]
  if (entry && same.every((at) => index.entries[at]?.id === entry.id))
    return { match: "exact", id: entry.id, name: entry.name }
  const ranked = rank(key, index)
  return ranked.length > 0 ? { match: "close", ranked } : { match: "none" }
}

const rank = (key: string, { entries, byGram, shared }: PartnerIndex) => {
  const grams = gramsOf(key)
  const touched: number[] = []
  for (const gram of grams)
    for (const at of byGram.get(gram) ?? []) {
      if (shared[at] === 0) touched.push(at)
      shared[at] = (shared[at] ?? 0) + 1
    }
  const best = new Map<Id, { id: Id; name: string; likeness: number }>()
  for (const at of touched) {
    const entry = entries[at]
    const count = shared[at] ?? 0
    shared[at] = 0
    if (!entry) continue
    const dice = (2 * count) / (grams.size + entry.grams)
    const likeness = isWordPrefix(entry.key, key) || isWordPrefix(key, entry.key) ? Math.max(dice, 0.7) : dice
    if (likeness >= leastLikeness && likeness > (best.get(entry.id)?.likeness ?? 0))
      best.set(entry.id, { id: entry.id, name: entry.name, likeness })
  }
  return [...best.values()].sort((left, right) => right.likeness - left.likeness).slice(0, mostRanked)
}

/** "acme" begins "acme software". */
const isWordPrefix = (start: string, whole: string): boolean => whole.startsWith(`${start} `) && start.length >= 3

const gramsOf = (key: string): ReadonlySet<string> => {
  const padded = ` ${key} `
  const grams = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3))
  return grams
}

const append = (lists: Map<string, number[]>, key: string, at: number) => {
  const list = lists.get(key)
  if (list) list.push(at)
  else lists.set(key, [at])
}
