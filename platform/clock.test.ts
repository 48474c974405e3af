import { expect, test } from "vitest"
import { followingClock } from "./clock.ts"

const hour = 3_600_000
const start = Date.parse("2027-03-26T09:00:00Z")

/** A machine and a database, whose clocks somebody sets. */
const both = () => {
  const at = { passed: 0, set: 0 }
  const machine = { shows: () => start + at.passed + at.set, passed: () => at.passed }
  const clock = followingClock(machine)
  const ask = async () => start + at.passed
  return { at, clock, ask, ms: () => Date.parse(clock.now()) - start }
}

test("a machine that is an hour ahead or behind has the database's time", async () => {
  for (const set of [hour, -hour]) {
    const { at, clock, ask, ms } = both()
    at.set = set
    expect(ms()).toBe(set)
    expect(await clock.follow(ask)).toBe(set)
    at.passed += 5_000
    expect(ms()).toBe(5_000)
  }
})

test("a clock that is set while it is followed is not believed, and then compared again", async () => {
  const { at, clock, ask, ms } = both()
  await clock.follow(ask)
  for (const set of [-hour, hour]) {
    at.set = set
    at.passed += 4_000
    expect(ms()).toBe(at.passed)
  }
  expect(await clock.follow(ask)).toBe(hour)
  expect(ms()).toBe(at.passed)
  at.set = 0
  await clock.follow(ask)
  expect(ms()).toBe(at.passed)
})

test("what two good clocks differ by changes nothing, nor does an answer that took long", async () => {
  const { at, clock, ms } = both()
  expect(await clock.follow(async () => start + 300)).toBe(0)
  expect(ms()).toBe(0)
  const slow = async () => {
    at.passed += 2_000
    return start + hour
  }
  expect(await clock.follow(slow)).toBe(0)
  expect(ms()).toBe(2_000)
})
