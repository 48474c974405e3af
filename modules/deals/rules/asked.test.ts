import { expect, test } from "vitest"
import { decideImported, recordedTime } from "./asked.ts"

const at = (hour: number) => `2027-02-15T${String(hour).padStart(2, "0")}:00:00.000Z`
const deal = { id: "d", state: "submitted", registeredAt: at(8), askedAt: null, resumedAt: null } as const
const ask = { id: "1", from: "submitted", to: "info_requested", at: at(9) } as const
const sentAgain = { id: "2", from: "info_requested", to: "submitted", at: at(11) } as const

test("time runs from the submission, without what was asked, as the ledger has it", () => {
  expect(recordedTime(deal, [])).toEqual({ startedAt: at(8), questions: [] })
  expect(recordedTime(deal, [ask, sentAgain])).toEqual({
    startedAt: at(8),
    questions: [{ id: "1", from: at(9), to: at(11) }],
  })
  const waits = recordedTime({ ...deal, state: "info_requested" }, [ask])
  expect(waits).toEqual({ startedAt: at(8), questions: [{ id: "1", from: at(9), to: null }] })
  const sent = { id: "0", from: "draft", to: "submitted", at: at(9) } as const
  expect(recordedTime(deal, [sent])).toEqual({ startedAt: at(9), questions: [] })
})

test("a question of which the beginning or the end is not recorded leaves the time unknown, never uncounted", () => {
  expect(recordedTime({ ...deal, state: "info_requested" }, [])).toBe("question")
  expect(recordedTime(deal, [sentAgain])).toBe("question")
  expect(recordedTime({ ...deal, askedAt: at(9) }, [])).toBe("question")
})

test("a question that a file says of counts as one that was asked here", () => {
  const asked = { ...deal, askedAt: at(9), resumedAt: at(10) }
  expect(recordedTime(asked, [])).toEqual({ startedAt: at(8), questions: [{ id: "d", from: at(9), to: at(10) }] })
  const waits = { ...deal, state: "info_requested", askedAt: at(9) } as const
  expect(recordedTime({ ...waits, state: "submitted" }, [sentAgain])).toMatchObject({
    questions: [{ from: at(9), to: at(11) }],
  })
})

const [day, instant] = ["2027-02-15", at(8)]

test.each([
  ["submitted", { registeredOn: instant }, "instant", undefined],
  ["submitted", { registeredOn: day }, "day", "registration"],
  ["submitted", {}, "unknown", "registration"],
  ["info_requested", { registeredOn: instant }, "instant", "question"],
  ["info_requested", { registeredOn: instant, askedOn: instant }, "instant", undefined],
  ["info_requested", { registeredOn: instant, askedOn: day }, "instant", "question"],
  ["info_requested", { registeredOn: instant, askedOn: instant, resumedOn: instant }, "instant", "question"],
  ["in_review", { registeredOn: instant, askedOn: instant, resumedOn: instant }, "instant", undefined],
  ["in_review", { registeredOn: instant, askedOn: instant }, "instant", "question"],
  ["in_review", { registeredOn: instant, resumedOn: instant }, "instant", "question"],
  ["in_review", { registeredOn: instant, askedOn: instant, resumedOn: day }, "instant", "question"],
  ["approved", { registeredOn: day }, "day", undefined],
  ["draft", {}, "unknown", undefined],
] as const)("of %s with %j a file says the submission to the %s; unclocked by %s", (state, said, to, unclocked) => {
  const all = { registeredOn: undefined, askedOn: undefined, resumedOn: undefined, ...said }
  expect(decideImported(state, all)).toMatchObject({ registeredTo: to, unclocked })
})
