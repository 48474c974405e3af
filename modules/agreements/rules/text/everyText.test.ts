import fc from "fast-check"
import { expect, test } from "vitest"
import { agreementText, editedText } from "#test/agreementTexts"
import type { AgreementText, Clause } from "./clause.ts"
import { isOutdated, rebaseChange } from "./outdated.ts"
import { applyChange, type ClauseChange, changesOf } from "./proposed.ts"
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

test("all that was proposed, applied in order, is the edited text; of no edit nothing is proposed", () => {
  fc.assert(
    fc.property(fc.oneof(editedText, fc.tuple(agreementText, agreementText)), ([before, after]) => {
      const changes = changesOf(before, after)
      const applied = changes.reduce<AgreementText>((now, change) => applyChange(now, change) as AgreementText, before)
      expect(applied).toEqual(after)
      expect(changesOf(before, structuredClone(before))).toEqual([])
      const kept = (each: ClauseChange) => [each.kind, each.key].join()
      expect(new Set(changes.map(kept)).size).toBe(changes.length)
    }),
    { numRuns: 300 },
  )
})

test("either side alone is what both are, and both of the same are that", () => {
  const single = agreementText.filter(({ clauses }) => clauses.length > 0)
  fc.assert(
    fc.property(single, single, (one, other) => {
      const [was, is] = [one.clauses[0], other.clauses[0]] as [Clause, Clause]
      const mine = { ...is, key: was.key }
      const change = { kind: "edit", key: was.key, before: was, after: mine } as const
      expect(rebaseChange(change, one, one).both).toEqual(change)
      const same = { clauses: [mine], terms: {} }
      expect(rebaseChange(change, one, same).both).toMatchObject({ after: mine })
      const nothing = { kind: "edit", key: was.key, before: was, after: was } as const
      expect(rebaseChange(nothing, one, same).both).toMatchObject({ after: mine })
      for (const each of changesOf(one, { clauses: [mine], terms: {} })) expect(isOutdated(each, one, one)).toBe(false)
    }),
  )
})
