import { expect, test } from "vitest"
import { partnershipTypes } from "#rules/partnerships"
import { readyProfile } from "./ready.ts"
import { decideYardstick } from "./rules.ts"

const say = Object.assign((key: string) => key, { exists: () => true, orElse: (key: string) => key })

test.each(partnershipTypes)(
  "what a %s starts from is a yardstick whose weights make 100, with something nobody goes beyond",
  (type) => {
    const criteria = readyProfile(type, say)
    expect(decideYardstick(criteria)).toBe(true)
    expect(criteria.reduce((all, { weight }) => all + weight, 0)).toBe(100)
    expect(criteria.some(({ isKnockOut }) => isKnockOut)).toBe(true)
    expect(new Set(criteria.map(({ dimension }) => dimension)).size).toBeGreaterThanOrEqual(4)
  },
)
