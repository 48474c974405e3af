import { expect, test } from "vitest"
import { beginningWords } from "./contract/beginningWords.ts"

const say = (key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`
const words = (more: object) =>
  Object.values(beginningWords(say, (day) => day, { startsOn: "2027-03-15", endsOn: "2028-03-14", ...more }))

test("when it begins and ends is told as it was agreed", () => {
  const begins = "last_signature"
  expect(words({})).toEqual(["2027-03-15", "2028-03-14"])
  expect(words({ endsOn: undefined })).toEqual(["2027-03-15", "review.openEnd {}"])
  expect(words({ begins, termMonths: 12 })).toEqual([
    ...['begins.day {"date":"2027-03-15"}', 'begins.after {"count":12}'],
  ])
  expect(words({ begins })).toEqual(['begins.day {"date":"2027-03-15"}', "2028-03-14"])
})
