import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { everyMutant, ruleMutants } from "#test/mutants"
import { misjudged } from "./no-mutants.ts"
import { survivorsOf } from "./try-mutants.ts"

/*
 * Every policy is made wrong, in each place alone, and its test run over it: what no test goes red for is red here. It tells
 * of itself whether it can: of a policy that is as it was nobody notices anything.
 */
const mutants = [...everyMutant(), ...ruleMutants()]
const asItIs = { module: "deals", what: "as it is", source: readFileSync("modules/deals/policy.ts", "utf8") }

test("each policy lets everybody in once, nobody once, and has each of its conditions turned: a test goes red each time", async () => {
  expect(mutants.length).toBeGreaterThan(400)
  const survivors = await survivorsOf([asItIs, ...mutants])
  expect(survivors).toContain(asItIs)
  expect(misjudged(survivors.filter((each) => each !== asItIs))).toEqual([])
})
