import { expect, test } from "vitest"
import { codeOf, isCodeOf } from "./code.ts"

const [one, other] = ["01a0-one", "01a0-other"]

test("six digits that follow from the asking and the secret, spread over all of them", () => {
  expect(codeOf("secret", one)).toMatch(/^\d{6}$/)
  expect(codeOf("secret", one)).toBe(codeOf("secret", one))
  expect(codeOf("another", one)).not.toBe(codeOf("secret", one))
  const drawn = Array.from({ length: 2_000 }, (_, at) => codeOf("secret", `asking ${at}`))
  expect(new Set(drawn).size).toBeGreaterThan(1_980)
  for (const digit of "0123456789") expect(drawn.some((code) => code.startsWith(digit))).toBe(true)
})

test("typed as people type it; nothing typed, and no asking, is never right", () => {
  const code = codeOf("secret", one)
  const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("")
  for (const typed of [
    code,
    ` ${code}\n`,
    `${code.slice(0, 3)} ${code.slice(3)}`,
    `${code.slice(0, 3)}-${code.slice(3)}`,
    wide,
  ])
    expect(isCodeOf("secret", [{ id: other }, { id: one }], typed)).toBe(true)
  for (const typed of ["", code.slice(1), `${code}0`, codeOf("secret", other)])
    expect(isCodeOf("secret", [{ id: one }], typed)).toBe(false)
  expect(isCodeOf("secret", [], code)).toBe(false)
})
