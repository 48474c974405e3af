import { expect, test } from "vitest"
import { addressOfForm, decideForm, type FormWords, wordsIn } from "../rules.ts"

const said = (language: "en" | "de", questions: string[]): FormWords => ({
  ...{ language, title: "Apply", intro: null, questions },
})
const question = (key: string) => ({ key, isRequired: true })

test("a form has words for every question in each language, each of them once", () => {
  expect(decideForm([said("en", ["Why?"]), said("de", ["Warum?"])], [question("why")])).toBe(true)
  expect(decideForm([said("en", [])], [])).toBe(true)
  expect(decideForm([said("en", []), said("en", [])], [])).toMatchObject({ refusal: "language-twice" })
  expect(decideForm([said("en", ["a", "b"])], [question("x"), question("x")])).toMatchObject({
    refusal: "form-question-twice",
  })
  expect(decideForm([said("en", ["a"]), said("de", [])], [question("x")])).toMatchObject({
    ...{ refusal: "question-unworded", detail: { language: "de" } },
  })
})

test("it is shown in the first language that it has of those wanted, and else in its own first", () => {
  const both = [said("de", []), said("en", [])]
  expect(wordsIn(both, ["ja", "en"])?.language).toBe("en")
  expect(wordsIn(both, [undefined, "ja"])?.language).toBe("de")
  expect(wordsIn([], ["en"])).toBeUndefined()
})

test("an address is readable and has an end of letters that nobody takes for others", () => {
  const random = Uint8Array.from({ length: 10 }, (_, at) => at * 29)
  const form = /^[a-z0-9][a-z0-9-]{9,59}$/
  expect(addressOfForm("Résellers, DACH & more!", random)).toMatch(/^resellers-dach-more-[2-9a-hjkmnp-z]{10}$/)
  for (const title of ["パートナー募集", "x".repeat(200), "--", "<script>"])
    expect(addressOfForm(title, random)).toMatch(form)
  expect(addressOfForm("a", random)).not.toBe(addressOfForm("a", random.toReversed()))
})
