import { expect, test } from "vitest"
import {
  decidePress,
  decideRevocation,
  decideWrongCode,
  isCodeMailed,
  isRenewed,
  shortened,
  stateOfLink,
} from "./rules.ts"

const now = "2027-06-01T08:00:00.000Z"
const open = {
  expiresAt: "2027-06-15T07:00:00.000Z",
  pressedAt: null,
  revokedAt: null,
  replacedAt: null,
  lockedAt: null,
}
const earlier = "2027-05-31T08:00:00.000Z"

test("a link is open until its last moment, and what was pressed stays pressed", () => {
  expect(stateOfLink(open, now)).toBe("open")
  expect(stateOfLink({ ...open, expiresAt: "2027-06-01T08:00:00.001Z" }, now)).toBe("open")
  expect(stateOfLink({ ...open, expiresAt: now }, now)).toBe("expired")
  expect(stateOfLink({ ...open, revokedAt: earlier, expiresAt: earlier }, now)).toBe("revoked")
  expect(stateOfLink({ ...open, replacedAt: earlier, expiresAt: earlier }, now)).toBe("replaced")
  expect(stateOfLink({ ...open, expiresAt: earlier, pressedAt: earlier, revokedAt: now, replacedAt: now }, now)).toBe(
    "pressed",
  )
})

test("a press is taken once, answered the same the second time, and refused with the way it ended", () => {
  expect(decidePress(open, now)).toBe("takes-it")
  expect(decidePress({ ...open, pressedAt: earlier }, now)).toBe("was-pressed")
  expect(decidePress({ ...open, expiresAt: earlier }, now)).toMatchObject({ refusal: "link-expired" })
  expect(decidePress({ ...open, revokedAt: earlier }, now)).toMatchObject({ refusal: "link-revoked" })
  expect(decidePress({ ...open, replacedAt: earlier }, now)).toMatchObject({ refusal: "link-replaced" })
})

test("only an open link is taken back", () => {
  expect(decideRevocation(open, now)).toBe(true)
  expect(decideRevocation({ ...open, pressedAt: earlier }, now)).toMatchObject({ refusal: "link-closed" })
  expect(decideRevocation({ ...open, expiresAt: earlier }, now)).toMatchObject({ detail: { state: "expired" } })
})

test("sent anew while nobody settled it or took it back, three times an hour", () => {
  const expired = { ...open, expiresAt: earlier }
  expect([0, 1, 2, 3].map((asked) => isRenewed(expired, asked, now))).toEqual([true, true, true, false])
  expect(isRenewed(open, 0, now)).toBe(true)
  for (const over of ["pressedAt", "revokedAt", "replacedAt"] as const)
    expect(isRenewed({ ...expired, [over]: earlier }, 0, now)).toBe(false)
})

test("an address tells its owner whose it is, and others little", () => {
  expect(shortened("eva@nordlicht.example")).toBe("e...@nordlicht.example")
  expect(shortened("e@nordlicht.example")).toBe("e...@nordlicht.example")
  expect(shortened("élan@nordlicht.example")).toBe("é...@nordlicht.example")
})

test("five wrong codes lock a link, which a new one may follow", () => {
  expect(decideWrongCode({ codeTries: 3 }, now)).toEqual({ codeTries: 4, lockedAt: null })
  const locked = { ...open, ...decideWrongCode({ codeTries: 4 }, now) }
  expect(stateOfLink(locked, now)).toBe("locked")
  expect(decidePress(locked, now)).toMatchObject({ refusal: "link-locked" })
  expect(isRenewed(locked, 2, now)).toBe(true)
  expect(stateOfLink({ ...locked, revokedAt: now }, now)).toBe("revoked")
})

test("codes go out for open links only, three an hour for one and six to one address", () => {
  expect(isCodeMailed(open, { forLink: 2, toAddress: 5 }, now)).toBe(true)
  expect(isCodeMailed(open, { forLink: 3, toAddress: 3 }, now)).toBe(false)
  expect(isCodeMailed(open, { forLink: 0, toAddress: 6 }, now)).toBe(false)
  expect(isCodeMailed({ ...open, expiresAt: now }, { forLink: 0, toAddress: 0 }, now)).toBe(false)
})
