import { globSync } from "node:fs"
import { join } from "node:path"
import type { Plugin } from "vite"
import type { Endpoint } from "#core/endpoint"
import { requiredFields } from "./requiredFields.ts"

const name = "virtual:required"
const root = join(import.meta.dirname, "../..")

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === "object" && value !== null && "refusals" in value && "input" in value

/** What each act wants filled in, by its method and path: pages have no shapes, and only forms ask for this. */
export const required: Plugin = {
  name: "keelson-required",
  resolveId: (id) => (id === name ? `\0${id}` : undefined),
  async load(id) {
    if (id !== `\0${name}`) return undefined
    const contracts = await Promise.all(
      globSync("modules/*/contract{.ts,/*.ts}", { cwd: root }).map(
        (path) => import(join(root, path)) as Promise<Record<string, unknown>>,
      ),
    )
    const acts = contracts.flatMap((contract) => Object.values(contract).filter(isEndpoint))
    const fields = acts.map((act) => [`${act.method} ${act.path}`, requiredFields(act.input)] as const)
    return `export const required = ${JSON.stringify(Object.fromEntries(fields.filter(([, names]) => names.length > 0)))}`
  },
}
