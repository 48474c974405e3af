import { expect, test } from "vitest"
import { hangsOn, isHeldByNobody, lateOf, type StepStanding, stateOf } from "./standing.ts"

const step = (id: string, more: Partial<StepStanding> = {}): StepStanding => ({
  ...{ id, partyId: "host", state: "open", owner: null, dueOn: null, isWaiting: false, isOverdue: false },
  ...{ workdaysLate: 0, ...more },
})
const [running, done] = [{ isGivenUp: false }, step("done", { state: "done" })]

test("an onboarding is finished once all is done or left out, and stuck while something that could be done is past its day", () => {
  expect(stateOf(running, [done, step("open")])).toBe("running")
  expect(stateOf(running, [done, step("late", { isOverdue: true })])).toBe("stuck")
  expect(stateOf(running, [done, step("skipped", { state: "skipped" })])).toBe("finished")
  expect(stateOf({ isGivenUp: true }, [done])).toBe("given_up")
})

test("it hangs on the latest of what can be done, else on what is due first; what waits holds nobody up", () => {
  const waiting = step("waiting", { isWaiting: true, dueOn: "2026-12-01" })
  const soon = step("soon", { dueOn: "2026-12-10" })
  const late = step("late", { dueOn: "2026-12-08", isOverdue: true, workdaysLate: 1 })
  const later = step("later", { dueOn: "2026-12-20", isOverdue: true, workdaysLate: 3 })
  expect(hangsOn([waiting])).toBeUndefined()
  expect(hangsOn([done, waiting, step("someday"), soon])?.id).toBe("soon")
  expect(hangsOn([soon, late, later])?.id).toBe("later")
  // Over a weekend somebody is overdue who is no workday late yet.
  expect(
    hangsOn([step("sooner", { dueOn: "2026-12-01" }), step("weekend", { dueOn: "2026-12-11", isOverdue: true })])?.id,
  ).toBe("weekend")
})

test("a delay belongs to whoever held it, and to nobody where its owner has left", () => {
  const left = step("left", { partyId: "cascade", owner: { hasLeft: true }, workdaysLate: 4 })
  expect(isHeldByNobody(left)).toBe(true)
  expect(isHeldByNobody({ ...left, state: "done" })).toBe(false)
  const steps = [
    step("t1", { state: "done", workdaysLate: 2 }),
    step("t2", { partyId: "cascade", workdaysLate: 0 }),
    step("t3", { workdaysLate: 1, owner: { hasLeft: false } }),
    left,
  ]
  expect([...lateOf(steps)]).toEqual([["host", 3]])
  expect(lateOf([{ ...left, state: "done" }]).get("cascade")).toBe(4)
})
