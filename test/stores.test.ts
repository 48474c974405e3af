import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

const sources = globSync("{modules,platform,demo,commands}/**/*.ts", { exclude: ["**/*.test.ts"] }).map((file) => ({
  file,
  text: readFileSync(file, "utf8"),
}))

/** `file: line` wherever a pattern is found. */
const placesOf = (pattern: RegExp): string[] =>
  sources.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(({ index }) => `${file}:${text.slice(0, index).split("\n").length}`),
  )

test("a list is one parameter, `= anyOf(list)`: with `in` each length of it would be another statement", () => {
  expect(placesOf(/"(?:not )?in",(?!\s*(?:db\s*\.)?selectFrom\()/g)).toEqual([])
})

test("who may do what for everybody says why by its name", () => {
  expect(placesOf(/may: \(\w*\) => true/g)).toEqual([])
})
