import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { checkExpression } from "#core/expression/check"
import { functions } from "#core/expression/functions"
import { binaryType } from "#core/expression/operators"
import { boolean, date, number, type Type, text, type Variables } from "#core/expression/types"
import { inHole } from "#core/punctuation"
import { isRefusal } from "#core/refusal"
import { inReadersWords, phraseKey, type SayWord } from "./complaintWords.ts"

type Texts = Readonly<{ expected: Readonly<Record<string, string>> }>
const textsIn = (language: string) =>
  (JSON.parse(readFileSync(new URL(`./attention/texts/${language}.json`, import.meta.url), "utf8")) as Texts).expected
const wordsIn = (language: string) => {
  const texts = textsIn(language)
  const say: SayWord = (key, holes = {}) =>
    texts[key]?.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(inHole(holes[name], language)))
  return inReadersWords(say, language)
}

const names: Variables = {
  count: number,
  name: text,
  startedOn: date,
  fee: { kind: "money", currency: "EUR" },
  stage: { kind: "choice", of: ["active", "ended"] },
  flags: { kind: "list", of: boolean },
}
const complaintOf = (source: string) => {
  const found = checkExpression(source, names, boolean)
  if (!isRefusal(found)) throw new Error(`${source} is fine`)
  return found.detail?.["complaint"] as { found: string; expected: string }
}

test.each([
  ["count && true", "Zahl && ja oder nein", "ja oder nein auf beiden Seiten"],
  ["fee * 2 > EUR(3)", "Betrag in EUR * Zahl", "share(money, rate), ratio(money, money) oder + und - in einer Währung"],
  [
    "fee + USD(1) > fee",
    "Betrag in EUR + Betrag in USD",
    "share(money, rate), ratio(money, money) oder + und - in einer Währung",
  ],
  ["count in flags", "Zahl in Liste von: ja oder nein", "ein Wert und eine Liste seiner Art"],
  ["stage == 5", "einer von: active, ended == Zahl", "zwei Werte einer Art"],
  ["sum(flags) > 1", "Liste von: ja oder nein", "sum: eine Liste von Zahlen oder Beträgen"],
])("%s is complained about in German", (source, found, expected) => {
  const words = wordsIn("de")
  const complaint = complaintOf(source)
  expect(words(complaint.found)).toBe(found)
  expect(words(complaint.expected)).toBe(expected)
})

test("names of the expression stay, with the commas of the language", () => {
  const { expected } = complaintOf("nobody > 1")
  expect(wordsIn("ja")(expected)).toBe("count、name、startedOn、fee、stage、flags")
})

const phrases = [
  ...Object.values(functions).map(({ takes }) => takes),
  ...(["&&", "==", "<", "in", "+", "*"] as const).flatMap((sign) => {
    const record: Type = { kind: "record", fields: {} }
    const found = binaryType(sign, record, record)
    return typeof found === "string" ? [found] : []
  }),
]

test("whatever the checker can expect of a function or between two values has its words in each language", () => {
  expect(phrases.length).toBeGreaterThan(15)
  for (const language of ["en", "de", "es", "fr", "pt", "ja"])
    expect(phrases.filter((phrase) => textsIn(language)[phraseKey(phrase)] === undefined)).toEqual([])
})
