import { expect, test } from "vitest"
import { guessable } from "./chosen.ts"

const own = ["Ada Lovelace", "ada.lovelace@nordwind.example", "Nordwind Logistik GmbH"]

test.each([
  ...["1234567890", "QwertyUIOP", "password123", "1q2w3e4r5t6y"],
  ...[
    "Password2026!",
    "12345dragon",
    "P@$$w0rd2026",
    "Passwort123",
    "Willkommen1",
    "...Keelson1",
    "ｐａｓｓｗｏｒｄ１２３",
  ],
  ...["aaaaaaaaaaaa", "abcabcabcabc", "0101010101", "abcdefghijkl", "9876543210"],
])("%s is tried by everybody", (password) => {
  expect(guessable(password, own)).toBe("password-common")
})

test.each([
  ...[
    "Nordwind2026",
    "lovelace1815",
    "AdaLovelace!",
    "ada.lovelace@nordwind.example",
    "nordwind-logistik",
    "1234Nordwind",
    "L0vel@ce 4da",
  ],
])("%s is the person's own words", (password) => {
  expect(guessable(password, own)).toBe("password-own-words")
  expect(guessable(password, [])).toBe(undefined)
})

test.each([
  ...[
    "correct horse battery staple",
    "a lamp beside the river",
    "nordwind lamp 42",
    "dragon lamp 1234",
    "8402918374",
    "xK3$9vLq7Tz",
  ],
])("%s is let by", (password) => {
  expect(guessable(password, [...own, "Al", ""])).toBe(undefined)
})

test("the longest password is looked at in no time to speak of", () => {
  expect(guessable(`${"a9".repeat(99)}xyz`, own)).toBe(undefined)
})
