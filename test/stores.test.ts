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

/** Columns that people read and look for something in. */
const read = "(?:name|title|tag|tier|region|program|source|label|person)"
const byCodePoint = [
  new RegExp(`orderBy\\(\\s*"(?:\\w+\\.)?${read}"`, "g"),
  new RegExp(`order by (?:(?:[^\`;()]|\\([^()]*\\))*?,\\s*)??(?:\\w+\\.)?${read}\\b(?! over)`, "g"),
]

test("what people read is ordered as they read it, `byReading(column)`: the database alone goes by code point", () => {
  expect(byCodePoint.flatMap(placesOf).filter((place) => !noReader.test(place))).toEqual([])
  for (const said of ["order by p.name, p.id", "order by count(*) desc, tag limit 5", '.orderBy("u.name")'])
    expect(
      byCodePoint.some((pattern) => said.match(pattern)),
      said,
    ).toBe(true)
  for (const said of [
    "order by c.due_on, c.id",
    `order by \${byReading("p.name")}, p.id`,
    '.orderBy(byReading("u.name"))',
  ])
    expect(
      byCodePoint.some((pattern) => said.match(pattern)),
      said,
    ).toBe(false)
})

/** The list of migrations that a backup has seen. */
const noReader = /^platform\/backup\/write\.ts/
