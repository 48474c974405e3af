import { expect, test } from "vitest"
import { paperStanding } from "./standing.ts"

const held = { isLatest: true, isHeldByAll: true, holdsNow: true }

test("a printed version says what it is: nothing reads as binding that does not bind", () => {
  expect(paperStanding({ ...held, state: "in_force" })).toBe("in_force")
  expect(paperStanding({ ...held, state: "in_force", holdsNow: false })).toBe("amended")
  expect(paperStanding({ ...held, state: "in_force", isLatest: false })).toBe("replaced")
  expect(paperStanding({ ...held, state: "agreed", holdsNow: false })).toBe("agreed")
  expect(paperStanding({ ...held, state: "in_review", holdsNow: false })).toBe("to_sign")
  expect(paperStanding({ ...held, state: "in_review", isHeldByAll: false })).toBe("draft")
  expect(paperStanding({ ...held, state: "in_review", isLatest: false })).toBe("replaced")
  expect(paperStanding({ ...held, state: "draft" })).toBe("draft")
  expect(paperStanding({ ...held, state: "withdrawn" })).toBe("withdrawn")
  expect(paperStanding({ ...held, state: "withdrawn", isLatest: false })).toBe("withdrawn")
})
