import { everyMutant, ruleMutants } from "#test/mutants"
import { misjudged } from "./no-mutants.ts"
import { survivorsOf } from "./try-mutants.ts"

/** `npm run mutants`: every policy made wrong in every place, one after another; says which of them no test notices. */
const mutants = [...everyMutant(), ...ruleMutants()]
const survivors = await survivorsOf(mutants)
const wrong = misjudged(survivors)
for (const name of wrong) console.log(`nobody notices, or not as said: ${name}`)
console.log(`${mutants.length} policies and rules made wrong, ${mutants.length - survivors.length} noticed`)
process.exitCode = wrong.length > 0 ? 1 : 0
