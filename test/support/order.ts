import { globSync, readFileSync } from "node:fs"
import type { Functions } from "./table-uses.ts"
import { usesIn } from "./table-uses.ts"

/** Sources by file; the folder below `modules` is the module. */
export type Sources = Readonly<Record<string, string>>

/** What holds of the modules: the order from the lowest to the highest, and who owns which table. */
export type Order = Readonly<{
  modules: readonly string[]
  owners: ReadonlyMap<string, string>
  functions: Functions
  /** They show what many modules hold, and may read the tables of all of them without asking. */
  readModels: readonly string[]
}>

/** Everything of the modules that runs in the product. */
export const moduleSources = (): Sources =>
  Object.fromEntries(
    globSync("modules/*/**/*.ts", { exclude: ["**/*.test.ts", "**/*ForTests.ts"] }).map((file) => [
      file,
      readFileSync(file, "utf8"),
    ]),
  )

const moduleOf = (file: string): string => file.split("/")[1] ?? ""

/** The other modules each module imports, with the file that does. */
const importsOf = (sources: Sources) =>
  Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/from "#(modules|rules|contract)\/(\w+)"/g)]
      .map(([, how = "", name = ""]) => ({ file, module: moduleOf(file), how, name }))
      .filter(({ module, name }) => module !== name),
  )

/** Imports of a module that does not stand below the one that imports it. */
export const importsUphill = ({ modules }: Pick<Order, "modules">, sources: Sources): string[] =>
  importsOf(sources)
    .filter(({ module, name }) => modules.indexOf(name) >= modules.indexOf(module) || !modules.includes(name))
    .map(({ file, name }) => `${file} imports ${name}`)

/** Uses of a table that its owner has not been asked for. */
export const tablesOutOfOrder = (order: Order, sources: Sources): string[] => {
  const { modules, owners, functions, readModels } = order
  const asked = new Set(
    importsOf(sources).flatMap(({ module, how, name }) => (how === "modules" ? `${module} ${name}` : [])),
  )
  const faults = Object.entries(sources).flatMap(([file, source]) => {
    const module = moduleOf(file)
    return usesIn(source, functions).flatMap(({ table, how }) => {
      const owner = owners.get(table)
      if (owner === undefined || owner === module) return []
      const what = `${file} ${how} ${table} of ${owner}`
      if (modules.indexOf(owner) > modules.indexOf(module)) return `${what}, which is higher`
      if (how === "writes") return `${what}, which alone writes it`
      return how === "names" || asked.has(`${module} ${owner}`) || readModels.includes(module)
        ? []
        : `${what} and does not import it`
    })
  })
  return [...new Set(faults)]
}
