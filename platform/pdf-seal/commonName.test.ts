import { expect, test } from "vitest"
import { commonNameOf } from "./commonName.ts"

test("a name of up to 64 characters stays as it is, composed", () => {
  expect(commonNameOf("Łukasz Żółć")).toBe("Łukasz Żółć")
  expect(commonNameOf("Zu\u0308rich")).toBe("Zürich")
  expect(commonNameOf("x".repeat(64))).toBe("x".repeat(64))
})

test("a longer one is cut between characters as people see them", () => {
  expect(commonNameOf("x".repeat(70))).toBe("x".repeat(64))
  const family = "👩‍👩‍👧"
  expect(commonNameOf("x".repeat(62) + family)).toBe("x".repeat(62))
  expect(commonNameOf("x".repeat(59) + family)).toBe("x".repeat(59) + family)
  // One sign of two units of UTF-16 counts once, and is never halved.
  expect(commonNameOf("𠮷".repeat(70))).toBe("𠮷".repeat(64))
  expect(commonNameOf(`${"x".repeat(63)} y`)).toBe("x".repeat(63))
  expect([...commonNameOf(`a${"\u0327".repeat(100)}`)]).toHaveLength(64)
})
