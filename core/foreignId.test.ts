import { expect, test } from "vitest"
import { foreignIdKey, foreignIdWritings, isShortenedId } from "./foreignId.ts"

test.each([
  // Pairs that Salesforce's own documentation and help articles show.
  ["001D000000IqhSL", "001D000000IqhSLIAZ"],
  ["0015g00000AbCdE", "0015g00000AbCdEAAV"],
  ["00530000003FLZO", "00530000003FLZOAA4"],
])("%s and %s are one id, in whatever capitals a spreadsheet has left of the longer one", (short, long) => {
  for (const id of [short, long, long.toLowerCase(), long.toUpperCase()]) expect(foreignIdKey(id)).toBe(short)
  for (const stored of [short, long, long.toLowerCase(), long.toUpperCase()])
    expect(foreignIdWritings(long)).toContain(stored)
  expect(foreignIdWritings(short)).toEqual(foreignIdWritings(long))
})

test("15 characters that differ in capitals are two ids, and no writing of one is one of the other", () => {
  const [one, other] = ["0065g00000AbCdE", "0065g00000aBcDe"]
  expect(foreignIdKey(one)).not.toBe(foreignIdKey(other))
  const writings = new Set(foreignIdWritings(one))
  expect(foreignIdWritings(other).filter((each) => writings.has(each))).toEqual([])
})

const guid = "8d3f1b2c-1111-4222-8333-abcdefabcdef"
test.each([
  [guid.toUpperCase(), guid],
  [`{${guid.toUpperCase()}}`, guid],
  ["4711.0", "4711"],
  ["C\u20112", "C-2"],
])("%s is %s in another writing", (written, key) => {
  expect(foreignIdKey(written)).toBe(key)
  if (key === guid) expect(foreignIdWritings(key)).toContain(written)
})

test.each([
  ["1.23457E+11", true],
  ["1,23457E+11", true],
  ["1E+15", true],
  ["12E+11", false],
  ["1.5", false],
  ["E+11", false],
])("%s was shortened by a spreadsheet: %s", (text, isShort) => {
  expect(isShortenedId(text)).toBe(isShort)
})

test.each([
  "1.0",
  "4711.05",
  "DEAL-77",
  "0015g00001AaaAA",
  "pk_9a",
  "123456789012345678",
  "AGREEMENT2024DACH1",
  "00042",
  "0065g00000AbCdEAAA",
])("%s is nobody's short or long id, and stays as it is", (id) => {
  expect(foreignIdKey(id)).toBe(id)
})

test("an id that is no Salesforce id has one writing, and costs no look-up", () => {
  for (const id of ["DEAL-77", "pk_9a", "123456789012345678"]) expect(foreignIdWritings(id)).toEqual([id])
})
