import { readdirSync, readFileSync } from "node:fs"

/** A policy, or a file of rules, that was made wrong in one place. */
export type Mutant = Readonly<{
  module: string
  what: string
  source: string
  /** The file within its module, and the test that has to notice; its policy where nothing is said. */
  file?: string
  test?: string
}>

/** What holds a place in a condition, and what it is made into: each lets somebody in, or keeps somebody out. */
const conditions: readonly Readonly<{ pattern: RegExp; into: readonly string[] }>[] = [
  { pattern: /\b(?:is|may|leads|onlyReads|worksFor)\w*\((?!\s*(?:actor|access): )[^()]*\)/g, into: ["true", "false"] },
  { pattern: /[\w.]+(?:\(\w+\))? [!=]== (?:"[^"]*"|[\w.]+(?:\([^()]*\))?)/g, into: ["true", "false"] },
  { pattern: /\|\|(?!\s*")/g, into: ["&&"] },
  { pattern: /&&/g, into: ["||"] },
  { pattern: /(?<=\[[^\]]*)"\w+"(?=[^[]*\])/g, into: ['"nobody"'] },
]

/** The same length, with nothing in it where nothing is decided. */
const decidingOnly = (source: string): string =>
  source.replaceAll(/\/\*\*[\s\S]*?\*\/|^import [\s\S]*? from .*$|^(?:export )?type .*(?:\n[ })|].*)*/gm, (text) =>
    " ".repeat(text.length),
  )

/** Where an order is decided, its bound is taken in, left out, or the order does not matter. */
const bounds: readonly Readonly<{ pattern: RegExp; into: readonly string[] }>[] = [
  { pattern: /(?<=[\w)\]"] )<(?= [\w("])/g, into: ["<=", ">"] },
  { pattern: /(?<=[\w)\]"] )<=(?= [\w("])/g, into: ["<", ">"] },
  { pattern: /(?<=[\w)\]"] )>(?= [\w("])/g, into: [">=", "<"] },
  { pattern: /(?<=[\w)\]"] )>=(?= [\w("])/g, into: [">", "<"] },
]

/** Every `mayX` that lets everybody in, and that keeps everybody out. */
const wholesale = (module: string, source: string): readonly Mutant[] =>
  [...source.matchAll(/^export const (may\w+) = /gm)].flatMap(({ 0: found, 1: name = "" }) => {
    const original = source.replace(found, `const ${name}AsItWas = `)
    const isMadeTo = (what: string, body: string): Mutant => ({
      ...{ module, what: `${name} ${what}` },
      source: `${original}\nexport const ${name} = (): unknown => ${body}\n`,
    })
    return [
      isMadeTo("lets everybody in", "true"),
      // What asks for a person at all throws where there is none, and what answers a page says no.
      isMadeTo("lets nobody in", `{ if (${throws(source, name)}) throw new TypeError("nobody"); return ${no(name)} }`),
    ]
  })

const bodyOf = (source: string, name: string): string =>
  source.slice(source.indexOf(`export const ${name} = `)).split("\n\n")[0] ?? ""
const throws = (source: string, name: string): boolean => bodyOf(source, name).includes("throw ")
const no = (name: string): string => (name === "mayPress" ? "false" : '"role-may-not"')

/** Every condition of a policy made always so, and never so. */
const piecemeal = (module: string, source: string, places = conditions): readonly Mutant[] => {
  const deciding = decidingOnly(source)
  return places.flatMap(({ pattern, into }) =>
    [...deciding.matchAll(pattern)].flatMap(({ 0: found, index }) =>
      into.map((replacement) => ({
        ...{ module, what: `${lineAt(source, index)}: ${found} -> ${replacement}` },
        source: `${source.slice(0, index)}${replacement}${source.slice(index + found.length)}`,
      })),
    ),
  )
}

const lineAt = (source: string, index: number): string => {
  const from = source.lastIndexOf("\n", index) + 1
  return source.slice(from, source.indexOf("\n", index)).trim()
}

/** All there are: those of whole policies, and those of each condition. */
export const everyMutant = (): readonly Mutant[] =>
  readdirSync("modules")
    .filter((module) => readdirSync(`modules/${module}`).includes("policy.ts"))
    .flatMap((module) => {
      const source = readFileSync(`modules/${module}/policy.ts`, "utf8")
      return [...wholesale(module, source), ...piecemeal(module, source)]
    })

/** Words of a list are a vocabulary in rules, and decide in policies only. */
const ofAnswers = conditions.slice(0, -1)

/** Files of rules that are tried like policies, each with the test that holds it. */
const ruleFiles: readonly (readonly [module: string, file: string, test: string])[] = [
  ["agreements", "rules/drafts.ts", "rules/drafts.test.ts"],
  ["agreements", "rules/changes.ts", "rules/drafts.test.ts"],
  ["agreements", "rules/findings.ts", "rules/findings.test.ts"],
  ["agreements", "rules/term.ts", "rules/term.test.ts"],
  ["agreements", "rules/text/figures.ts", "rules/text/figures.test.ts"],
  ["agreements", "rules/text/keys.ts", "rules/text/keys.test.ts"],
  ["agreements", "rules/text/outdated.ts", "rules/text/outdated.test.ts"],
  ["agreements", "rules/text/proposed.ts", "rules/text/proposed.test.ts"],
  ["diligence", "rules/standing.ts", "rules/standing.test.ts"],
  ["diligence", "rules/giving.ts", "rules/giving.test.ts"],
  ["diligence", "rules/reviewing.ts", "rules/reviewing.test.ts"],
  ["recruitment", "rules/applications.ts", "rules/applications.test.ts"],
  ["recruitment", "rules/forms.ts", "rules/forms.test.ts"],
]

/** Every condition and bound of these rules made wrong by itself. */
export const ruleMutants = (): readonly Mutant[] =>
  ruleFiles.flatMap(([module, file, test]) =>
    piecemeal(module, readFileSync(`modules/${module}/${file}`, "utf8"), [...ofAnswers, ...bounds]).map((mutant) => ({
      ...mutant,
      what: `${file}, ${mutant.what}`,
      ...{ file, test },
    })),
  )
