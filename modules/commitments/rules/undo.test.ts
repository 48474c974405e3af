import { expect, test } from "vitest"
import { decideUndo, type Undo, undoableUntil } from "./undo.ts"

const at = "2026-11-23T09:00:00.000Z"
const before: Undo["before"] = {
  ...{ state: "due", closedOn: null, reportedOn: null, missedOn: null, dueOn: "2026-11-20", reDated: 0, note: null },
}
const kept: Parameters<typeof decideUndo>[0] = {
  ...{ id: "o", partyId: "us", owedBy: "host", dueOn: "2026-11-20", windowDays: 7, state: "kept" },
  ...{ closedOn: "2026-11-23", reportedOn: null, reDated: 0, missedOn: null, evidenceNeeded: "any", clockId: null },
  ...{ recordedAt: at, undo: { by: "us", at, act: "reported", before, evidence: ["e"], proposal: null } },
}
const undone = (change: object, now = "2026-11-23T15:00:00.000Z", by = "us") =>
  decideUndo({ ...kept, ...change }, by, { now, today: now.slice(0, 10) })
const from = (change: Partial<Undo["before"]>) => ({
  undo: { ...(kept.undo as Undo), before: { ...before, ...change } },
})

test("what was open stands again where the calendar says, and everything else as it was", () => {
  expect(undone({})).toEqual(before)
  expect(undone(from({ dueOn: "2027-01-30" }))).toMatchObject({ state: "upcoming", dueOn: "2027-01-30" })
  expect(undone(from({ dueOn: "2026-11-01", state: "due" }))).toMatchObject({ state: "missed", closedOn: "2026-11-08" })
  expect(undone(from({ state: "kept", closedOn: "2026-11-19" }))).toMatchObject({
    state: "kept",
    closedOn: "2026-11-19",
  })
  expect(undone(from({ reportedOn: "2026-11-22" }))).toMatchObject({ state: "due", reportedOn: "2026-11-22" })
})

test("for a day, by whose act it was, and while nothing has happened since", () => {
  expect(undoableUntil(kept)).toBe("2026-11-24T09:00:00.000Z")
  expect(undone({}, "2026-11-24T09:00:00.000Z")).toEqual(before)
  expect(undone({}, "2026-11-24T09:00:00.001Z")).toMatchObject({ refusal: "too-late-to-undo" })
  expect(undone({}, at, "them")).toMatchObject({ refusal: "not-your-act" })
  expect(undone({ recordedAt: "2026-11-23T10:00:00.000Z" })).toMatchObject({ refusal: "nothing-to-undo" })
  expect(undone({ undo: null })).toMatchObject({ refusal: "nothing-to-undo" })
})
