import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { languageCodes } from "#core/languages"
import { modules } from "#modules-list"
import { problemCodes } from "#platform/problem"
import { sentencesOf } from "#test/sentences"

/*
 * What the server refuses with is written in English in the contracts, and in every other language beside them in
 * `texts/refusals.<language>.json`: by code, or by the sentence itself where a field says what it expects.
 */
const read = (path: string): Record<string, string> =>
  existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, string>) : {}

const languages = languageCodes.filter((language) => language !== "en")
const endpoints = modules.flatMap(({ actions }) => actions.map(({ endpoint }) => endpoint))

/** What the contracts may say. */
const everything = endpoints.flatMap(({ refusals, params, query, input }) => [
  ...Object.keys(refusals),
  ...[params, query, input].flatMap((schema) => sentencesOf(schema)),
])

/** Codes that only a browser can end with. */
const clientCodes = [
  ...(readFileSync("web/client/problem.ts", "utf8")
    .split("export type TransportCode =")[1]
    ?.split("\n\n")[0]
    ?.matchAll(/"([a-z-]+)"/g) ?? []),
].map(([, code = ""]) => code)
const codes = [...problemCodes, ...clientCodes]

test("a code means the same wherever it is refused with", () => {
  const meanings = new Map<string, Set<string>>()
  for (const { refusals } of endpoints)
    for (const [code, { status, title }] of Object.entries(refusals))
      meanings.set(code, (meanings.get(code) ?? new Set()).add(`${status} ${title}`))
  expect([...meanings].filter(([, said]) => said.size > 1)).toEqual([])
})

describe.each(languages)("refusals in %s", (language) => {
  const textsOf = (folder: string) => Object.keys(read(join(folder, `texts/refusals.${language}.json`)))
  const all = ["core", "platform", "web/client", ...modules.map(({ name }) => join("modules", name))].flatMap(textsOf)

  test("every refusal, every problem and every expectation has its text", () => {
    expect([...new Set([...everything, ...codes])].filter((each) => !all.includes(each))).toEqual([])
  })

  test("no text is left over or written twice", () => {
    expect(all.filter((each) => ![...everything, ...codes].includes(each))).toEqual([])
    expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([])
  })
})
