import { expect, test } from "vitest"
import { whyClockStays } from "./clock-setting.ts"

const moved = { startsAt: "2027-03-26T09:00:00Z", publicUrl: "http://127.0.0.1:4300" }

test("the clock is moved only where it is asked for, and never on a production server", () => {
  expect(whyClockStays(moved, {}, true)).toBeUndefined()
  expect(whyClockStays(moved, {}, false)).toMatch(/--moved-clock/)
  expect(whyClockStays(moved, { NODE_ENV: "production" }, true)).toMatch(/a production server .* never does: remove it/)
  expect(whyClockStays({ ...moved, publicUrl: "https://keelson.example" }, {}, true)).toMatch(/production server/)
  expect(whyClockStays({ ...moved, startsAt: undefined }, { NODE_ENV: "production" }, false)).toBeUndefined()
})
