import { globSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { modules } from "#modules-list"
import { contributedBy } from "#platform/module"
import { openTexts } from "#platform/texts"
import { newsMail } from "./emails.ts"
import { wordsFor } from "./words.ts"

const texts = openTexts(process.cwd())
const kinds = contributedBy(modules).news.map(({ kind }) => kind)

type Words = Readonly<Record<string, string>>
const written = (subject: string, section: string, language: string): Words =>
  Object.assign(
    {},
    ...globSync(`modules/*/texts/${subject}.${language}.json`).map(
      (path) => JSON.parse(readFileSync(path, "utf8"))[section],
    ),
  )

/** A day, a moment or a word for each hole that the words of a kind have. */
const valueFor = (hole: string): string =>
  /On$|^since$/.test(hole) ? "2026-03-30" : hole.endsWith("At") ? "2026-03-30T10:15:00.000Z" : `some ${hole}`
const shown = {
  en: ["30 Mar 2026", "30 Mar 2026, 12:15 (Europe/Berlin)"],
  de: ["30. März 2026", "30. März 2026, 12:15 (Europe/Berlin)"],
}

describe.each(["en", "de"] as const)("in %s", (language) => {
  const told = written("news", "told", language)
  const because = written("mails", "because", language)
  const [day = "", moment = ""] = shown[language]
  const words = wordsFor(texts, language, "Europe/Berlin")

  test.each(kinds)("%s is told whole, and why", (kind) => {
    const text = told[kind] ?? ""
    const holes = [...text.matchAll(/{{(\w+)}}/g)].map(([, hole = ""]) => hole).filter((hole) => hole !== "name")
    const payload = Object.fromEntries(holes.map((hole) => [hole, valueFor(hole)]))
    const said = words.of({ kind, payload, partnershipName: "Contoso" })
    const expected = text.replaceAll(/{{(\w+)}}/g, (_, hole: string) => {
      if (hole === "name") return "Contoso"
      const value = valueFor(hole)
      return value.endsWith("Z") ? moment : value.startsWith("2026") ? day : value
    })
    expect(said).toEqual({ sentence: expected, because: because[kind] })
    expect(said.sentence).not.toBe("")
  })
})

test.each(modules.filter(({ news }) => news.length > 0).map(({ name }) => name))(
  "what %s tells has what stands in its words",
  (name) => {
    // A hole that its news never fills would be read as nothing at all.
    const filled = readFileSync(`modules/${name}/news.ts`, "utf8")
    const words: Words = JSON.parse(readFileSync(`modules/${name}/texts/news.en.json`, "utf8")).told
    const holes = Object.values(words).flatMap((text) => [...text.matchAll(/{{(\w+)}}/g)].map(([, hole = ""]) => hole))
    const unknown = holes.filter((hole) => hole !== "name" && !new RegExp(`\\b${hole}\\b`).test(filled))
    expect(unknown).toEqual([])
  },
)

const letter = (locale: string, count: number) => {
  const words = wordsFor(texts, locale, "Europe/Berlin")
  const payload = { title: "$t(mails:news.hello) {{name}}\nBcc: all@example.com", owedBy: "host", dueOn: "2026-03-30" }
  const line = {
    partnershipId: "1",
    place: "",
    ...words.of({ kind: "commitment_missed", payload, partnershipName: "Contoso" }),
  }
  return newsMail({
    ...{
      say: words.say,
      to: "kim@example.com",
      name: "Kim",
      workspaceName: "Nordwind",
      address: "https://k.example/w/n",
    },
    ...{ isDigest: count > 1, messageId: "<1@k.example>", more: 0, lines: Array.from({ length: count }, () => line) },
  })
}

test("what there is no partnership for yet leads to where it stands in the workspace", () => {
  const { text } = newsMail({
    ...{ say: texts.in("en"), to: "kim@example.com", name: "Kim", workspaceName: "Nordwind", isDigest: false, more: 0 },
    ...{ address: "https://k.example/w/n", messageId: "<1@k.example>" },
    lines: [{ partnershipId: null, place: "/recruit/candidates/1", sentence: "Asked", because: "somebody asked" }],
  })
  expect(text).toContain("- Asked\n  https://k.example/w/n/recruit/candidates/1\n")
})

test("the whole mail is in the reader's language, in English where there is none of theirs", () => {
  expect(letter("de-AT", 2)).toMatchObject({ subject: "2 Dinge in Nordwind, die Sie ansehen sollten" })
  expect(letter("de", 2).text.split("\n")).toEqual([
    "Guten Tag Kim,",
    "",
    ...Array.from({ length: 2 }, () => [
      "- Von uns nicht gehalten: „$t(mails:news.hello) {{name}} Bcc: all@example.com“ für Contoso war fällig am 30. März 2026",
      "  https://k.example/w/n/partnerships/1",
    ]).flat(),
    "",
    "Sie bekommen das einmal am Tag, weil Sie eine Partnerschaft betreuen, in der eine Zusage nicht gehalten wurde.",
    "Wählen Sie, was Sie per E-Mail erreicht, oder bestellen Sie es ab: https://k.example/w/n/inbox?show=preferences",
    "",
  ])
  for (const locale of ["en", "sw", "", "not a language!"]) expect(letter(locale, 2).text).toMatch(/^Hello Kim,/)
  expect(letter("en", 1).subject).toBe(
    "Missed by us: “$t(mails:news.hello) {{name}} Bcc: all@example.com” for Contoso was due on 30 Mar 2026",
  )
})

test("a day is written as in the country that its reader chose; what is no locale is taken for none", () => {
  const dayIn = (locale: string) => {
    const words = wordsFor(texts, locale, "Europe/Berlin")
    return words.of({
      kind: "drift_case_opened",
      payload: { onsetOn: "2026-03-30" },
      partnershipName: "",
    })
  }
  expect(dayIn("en-US").sentence).toContain("Mar 30, 2026")
  expect(dayIn("en").sentence).toContain("30 Mar 2026")
  expect(dayIn("en-<b>").sentence).toContain("30 Mar 2026")
})
