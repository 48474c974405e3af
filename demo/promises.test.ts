import { join } from "node:path"
import { expect, test } from "vitest"
import { languageCodes } from "#core/languages"
import { seededRandom } from "#core/stats/seededRandom"
import { openTexts } from "#platform/texts"
import { cast } from "./cast.ts"
import { promisesOf } from "./promises.ts"

const texts = openTexts(join(import.meta.dirname, ".."))
const told = (language: (typeof languageCodes)[number]) =>
  cast.map((role) =>
    promisesOf(role, texts.in(language), { startedOn: "2025-01-06", today: "2026-11-29", random: seededRandom(7) }),
  )

test("the demo promises the same in every language, in that language's words", () => {
  const english = told("en")
  const titlesOf = ({ title, commitments, objectives }: (typeof english)[number]) => [
    title,
    ...[...commitments, ...objectives].map((line) => line.title),
  ]
  const titles = new Set(english.flatMap(titlesOf))
  for (const language of languageCodes.filter((each) => each !== "en")) {
    const own = told(language)
    const shape = (all: typeof english) =>
      all.map(({ commitments }) => commitments.map(({ key, occurrences }) => [key, occurrences]))
    expect(shape(own)).toEqual(shape(english))
    expect(own.flatMap(titlesOf).filter((title) => titles.has(title))).toEqual([])
  }
})
