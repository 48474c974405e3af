import { expect, test } from "vitest"
import { atStake } from "./rules.ts"

const money = (amountMinor: number) => ({ amountMinor, currency: "EUR" })

test("at stake is what was measured; where that is nothing or unknown what was agreed, and never zero", () => {
  expect(atStake(money(5), money(9))).toEqual({ revenue: money(5), agreed: null })
  expect(atStake(money(0), money(9))).toEqual({ revenue: null, agreed: money(9) })
  expect(atStake(null, money(9))).toEqual({ revenue: null, agreed: money(9) })
  expect(atStake(money(0), null)).toEqual({ revenue: null, agreed: null })
})
