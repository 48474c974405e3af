import fc from "fast-check"
import { expect, test } from "vitest"
import { agreementText, editedText } from "#test/agreementTexts"
import { isNothingChanged, redline } from "./redline.ts"
import { acceptAll, rejectAll } from "./sides.ts"

test("all accepted is the new text and all rejected the old one, to the letter, in order, as it looks", () => {
  fc.assert(
    fc.property(fc.oneof(editedText, fc.tuple(agreementText, agreementText)), ([before, after]) => {
      const lines = redline(before, after)
      expect(acceptAll(lines)).toEqual(after)
      expect(rejectAll(lines)).toEqual(before)
      expect(isNothingChanged(lines)).toBe(JSON.stringify(before) === JSON.stringify(after))
    }),
    { numRuns: 300 },
  )
})

test("a text with itself has nothing changed, and the way back mirrors the way there", () => {
  fc.assert(
    fc.property(fc.oneof(editedText, fc.tuple(agreementText, agreementText)), ([before, after]) => {
      expect(isNothingChanged(redline(before, structuredClone(before)))).toBe(true)
      const [there, back] = [redline(before, after).counts, redline(after, before).counts]
      expect(back).toEqual({
        ...there,
        ...{ inserted: there.deleted, deleted: there.inserted, splits: there.merges, merges: there.splits },
        ...{ clausesInserted: there.clausesDeleted, clausesDeleted: there.clausesInserted },
      })
    }),
    { numRuns: 300 },
  )
})
