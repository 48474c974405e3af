import { existsSync, globSync, readFileSync } from "node:fs"
import { basename } from "node:path"
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

const languages = globSync("web/ui/texts/*.json").map((path) => basename(path, ".json"))
const read = (path: string): Record<string, object> =>
  existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, object>) : {}
const wordsOf = (name: string, subject: string, language: string, section: string) =>
  (read(`modules/${name}/texts/${subject}.${language}.json`)[section] ?? {}) as Record<string, string>
const holesOf = (text = "") => [...text.matchAll(/{{(\w+)}}/g)].map(([, hole]) => hole).sort()
const wordOf = (code: string) => code.replaceAll(".", "_")

test.each(languages)(
  "every kind of event and of news has its words in %s, with the module that brings it",
  (language) => {
    for (const { name, events, news } of modules) {
      const said = (subject: string) =>
        Object.keys(read(`modules/${name}/texts/${subject}.${language}.json`).kind ?? {})
      expect({ name, events: said("events").sort() }).toEqual({
        name,
        events: events.map(({ kind }) => wordOf(kind)).sort(),
      })
      expect({ name, news: said("news").sort() }).toEqual({ name, news: news.map(({ kind }) => kind).sort() })
    }
  },
)

test.each(languages)(
  "every kind of news is told in %s, in the list and by mail, with what the others tell",
  (language) => {
    for (const { name, news } of modules) {
      const kinds = news.map(({ kind }) => kind).sort()
      const [told, english] = [wordsOf(name, "news", language, "told"), wordsOf(name, "news", "en", "told")]
      expect(kinds.filter((kind) => told[kind] === undefined)).toEqual([])
      for (const [kind, text] of Object.entries(english))
        expect({ kind, holes: holesOf(told[kind]) }).toEqual({ kind, holes: holesOf(text) })
      expect({ name, because: Object.keys(wordsOf(name, "mails", language, "because")).sort() }).toEqual({
        name,
        because: kinds,
      })
    }
  },
)

test("a kind of thing that others attach to has one home, and its events call it the same", () => {
  const kinds = contributed.subjects.map(({ kind }) => kind)
  expect(twice(kinds)).toEqual([])
  const spoken = new Set(["commitment", ...events.map(({ subject }) => subject)])
  expect(kinds.filter((kind) => !spoken.has(kind))).toEqual([])
})
