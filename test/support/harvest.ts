import fc from "fast-check"
import type { Endpoint } from "#core/endpoint"
import { modules } from "#modules-list"
import { newId } from "#platform/ids"
import { leastInput } from "./requests.ts"
import type { World } from "./visitors.ts"

/** What answers hold that can be sent back: ids, positions in lists, versions; and what these become with a sign changed. */
export type Harvest = Readonly<{ ids: readonly string[]; positions: readonly string[]; versions: readonly number[] }>

const found = (said: string, what: RegExp): string[] => [...said.matchAll(what)].map(([, value = ""]) => value)

/** Reads every list a page of one row at a time, as those who see most, and gathers what they were told. */
export const harvestFrom = async ({ visitors, main }: World): Promise<Harvest> => {
  const [ids, positions, versions] = [new Set<string>(), new Set<string>(), new Set<number>()]
  for (const { caller } of visitors.filter(({ name }) => ["owner", "partner_admin", "second"].includes(name)))
    for (const { endpoint } of modules.flatMap(({ actions }) => actions)) {
      if (endpoint.method !== "GET" || endpoint.downloads !== undefined) continue
      const limit = "limit" in endpoint.query.shape ? { limit: 1 } : {}
      const said = JSON.stringify(
        (await caller.call(endpoint, { ...leastInput(endpoint, main.ids), ...limit } as never)).body,
      )
      for (const id of found(said, /"(\w{8}-\w{4}-7\w{3}-\w{4}-\w{12})"/g)) ids.add(id)
      for (const position of found(said, /"next":"([^"]+)"/g)) positions.add(position)
      for (const version of found(said, /"version":(\d+)/g)) versions.add(Number(version))
    }
  return { ids: [...ids], positions: [...positions], versions: [...versions] }
}

/** A text with one sign changed, one left out, or its end cut off. */
export const mutated = (text: string): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(text.length), fc.constantFrom("swap", "drop", "cut", "twice")).map(([at, how]) => {
    if (how === "cut") return text.slice(0, at)
    if (how === "twice") return text + text
    return text.slice(0, at) + (how === "swap" ? "A" : "") + text.slice(at + 1)
  })

/** A value of the harvest as it is, or mutated. */
export const orMutated = (values: readonly string[]): fc.Arbitrary<string> => {
  const value = fc.constantFrom(...values)
  return fc.oneof(value, value.chain(mutated))
}

/** Rows for the path of an endpoint: those planted there, others of answers, spent and private ones, and none. */
export const pathIds = (endpoint: Endpoint, { main }: World, { ids }: Harvest): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    Object.fromEntries(
      Object.keys(endpoint.params.shape).map((name) => {
        const own = main.ids[name] ?? newId()
        const kept = main.privateRows.filter(({ parameter }) => parameter === name).map(({ id }) => id)
        const others = fc.constantFrom(own, ...kept, ...ids.slice(0, 20))
        return [
          name,
          fc.oneof(
            { weight: 4, arbitrary: fc.constant(own) },
            others,
            mutated(own).map((id) => id || "x"),
          ),
        ]
      }),
    ),
  )
