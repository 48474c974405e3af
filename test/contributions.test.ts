import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { modules } from "#modules-list"
import { contributedBy, jobsOf } from "#platform/module"

const contributed = contributedBy(modules)
const { events } = contributed

const twice = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at)

test("each module is a folder of its name, each folder a line in the list", () => {
  expect(modules.map(({ name }) => name).sort()).toEqual(globSync("*", { cwd: "modules" }).sort())
})

test("no two modules bring a thing of one name", () => {
  expect(twice(modules.flatMap(({ tables }) => Object.keys(tables)))).toEqual([])
  expect(twice(jobsOf(modules, contributed).map(({ name }) => name))).toEqual([])
  expect(twice(contributed.events.map(({ kind }) => kind))).toEqual([])
  expect(twice(contributed.news.map(({ kind }) => kind))).toEqual([])
})

test("whoever listens listens to what a module records", () => {
  const heard = jobsOf(modules, contributed).flatMap(({ on = [] }) => on)
  expect(heard.filter((kind) => !events.includes(kind))).toEqual([])
})

test("every kind of event that is declared is also brought", () => {
  const declared = globSync("modules/*/events.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^export const (\w+) = (?!\[)/gm)].map(([, name]) => `${file} ${name}`),
  )
  const brought = contributed.events.length
  expect(declared.length).toBe(brought)
})

const texts = globSync("web/locales/*/audit.json")
test.each(texts)("every kind of event has its words in %s", (file) => {
  const { kinds } = JSON.parse(readFileSync(file, "utf8")) as { kinds: Record<string, string> }
  const keys = events.map(({ kind }) => kind.replaceAll(".", "_"))
  expect(Object.keys(kinds).sort()).toEqual([...keys].sort())
})
