import { expect, test } from "vitest"
import { periodWords } from "./contract/periodWords.ts"

const say = (key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`
const words = (line: Parameters<typeof periodWords>[2]) => periodWords(say, (amount) => `${amount} campaigns`, line)

test("which periods a promise counts is told as it was said, with what both said of its parts", () => {
  expect(words({})).toEqual([])
  expect(words({ periods: "contract" })).toEqual(["periods.contract {}"])
  expect(words({ periods: "calendar", partial: "first_full" })).toEqual(["periods.first_full {}"])
  expect(words({ periods: "calendar", partial: "pro_rata", firstAmount: 0, lastAmount: 1 })).toEqual([
    "periods.pro_rata {}",
    'periods.part.first {"amount":"line.nothing {}"}',
    'periods.part.last {"amount":"1 campaigns"}',
  ])
})
