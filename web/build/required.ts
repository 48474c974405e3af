import type { Plugin } from "vite"
import type { Endpoint } from "#core/endpoint"
import { contractFiles } from "./contractFiles.ts"
import { requiredFields } from "./requiredFields.ts"

const name = "virtual:required"

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === "object" && value !== null && "refusals" in value && "input" in value

/** What each act wants filled in, by its method and path: pages have no shapes, and only forms ask for this. */
export const required: Plugin = {
  name: "keelson-required",
  resolveId: (id) => (id === name ? `\0${id}` : undefined),
  async load(id) {
    if (id !== `\0${name}`) return undefined
    const acts = (await contractFiles()).flatMap((contract) => Object.values(contract).filter(isEndpoint))
    const fields = acts.map((act) => [`${act.method} ${act.path}`, requiredFields(act.input)] as const)
    return `export const required = ${JSON.stringify(Object.fromEntries(fields.filter(([, names]) => names.length > 0)))}`
  },
}
