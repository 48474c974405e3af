import { expect, test } from "vitest"
import { openDerive } from "#test/derived"
import { isGoingIn, isLateIn, isPausedIn, isSettledIn } from "./facts.ts"
import { type Clock, isBreached, stateOf } from "./rules.ts"

const moments = ["2027-02-15T09:00:00.000Z", "2027-02-16T09:00:00.000Z", "2027-02-17T09:00:00.000Z"] as const
const some = [null, ...moments]
const asked = { id: "q", from: moments[0] }
const questions = [
  [],
  [{ ...asked, to: moments[1] }],
  [
    { ...asked, to: moments[1] },
    { ...asked, to: null },
  ],
]

const clocks = some.flatMap((dueAt) =>
  some.flatMap((stoppedAt) =>
    some
      .filter((cancelledAt) => stoppedAt === null || cancelledAt === null)
      .flatMap((cancelledAt) => questions.map((each) => ({ dueAt, stoppedAt, cancelledAt, questions: each }))),
  ),
)
const rows = clocks.map(({ dueAt, stoppedAt, cancelledAt, questions: each }) => ({
  ...{ due_at: dueAt, stopped_at: stoppedAt, cancelled_at: cancelledAt, questions: each, made_at: moments[0] },
}))

test("SQL says of every clock what the rules say", async () => {
  const derive = await openDerive()
  const states = clocks.map(stateOf)
  expect(new Set(states).size).toBe(4)
  expect(await derive("clock", rows, isGoingIn)).toEqual(states.map((each) => ["running", "paused"].includes(each)))
  expect(await derive("clock", rows, isPausedIn)).toEqual(states.map((each) => each === "paused"))
  for (const now of moments) {
    const late = (each: Pick<Clock, "dueAt" | "stoppedAt" | "cancelledAt">) => isBreached(each, now)
    expect(await derive("clock", rows, (alias) => isLateIn(alias, now))).toEqual(clocks.map(late))
  }
})

test("settled is what nothing later can change: ended or past due, and not withdrawn before", async () => {
  const derive = await openDerive()
  for (const now of moments) {
    const settled = await derive("clock", rows, (alias) => isSettledIn(alias, now))
    const expected = clocks.map(({ dueAt, stoppedAt, cancelledAt }) => {
      const isOver = (dueAt !== null && dueAt < now) || (stoppedAt !== null && stoppedAt <= now)
      return isOver && (cancelledAt === null || (dueAt !== null && cancelledAt > dueAt))
    })
    expect(settled.map((each) => each ?? false)).toEqual(expected)
  }
})
