import { expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import { seesBothScales, shareOf } from "./shares.ts"

const plain = (written: number) => ({ written, isPercent: false })
const marked = (written: number) => ({ written, isPercent: true })

test.each([
  [marked(85), undefined, 0.85],
  [plain(85), "percent", 0.85],
  [plain(0.85), undefined, 0.85],
  [plain(0.5), "percent", 0.005],
  [plain(0.5), "above-one", 0.5],
  [plain(85), "above-one", 0.85],
  [marked(0.5), "percent", 0.005],
  [plain(1), undefined, 1],
  [plain(0), "percent", 0],
] as const)("%j, %s is %d", (quantity, answer, share) => {
  expect(shareOf(quantity, answer)).toBeCloseTo(share, 12)
})

test.each([
  [marked(120), undefined],
  [plain(120), "percent"],
  [plain(-3), "percent"],
  [plain(85), "refuse"],
  [plain(85), undefined],
  [marked(-1), undefined],
] as const)("%j, %s is no share, and is not cut", (quantity, answer) => {
  expect(isRefusal(shareOf(quantity, answer))).toBe(true)
})

test("both scales are seen where numbers up to 1 stand beside larger ones; zero and marked percent show neither", () => {
  const of = (...quantities: ReturnType<typeof plain>[]) => {
    const seen = { plain: false, aboveOne: false }
    return quantities.map((quantity) => seesBothScales(seen, quantity)).at(-1)
  }
  expect(of(plain(0), plain(85), marked(0.5), plain(0))).toBe(false)
  expect(of(plain(0), plain(0.4), marked(85), plain(1))).toBe(false)
  expect(of(plain(85), plain(0), plain(1))).toBe(true)
  expect(of(plain(0.4), plain(40))).toBe(true)
})
