import { describe, expect, test } from "vitest"
import * as rules from "./rules.ts"

const [host, partner, other] = ["host", "cascade", "third"]
const lies = { state: "in_review", hasText: true, isHeldByAll: true, hasDoubts: false, isBeingSigned: false }
const signer = (name: string, more: object = {}) => ({
  ...{ id: name, partyId: partner, place: 1, name, email: `${name}@cascade.example`, state: "waiting" as const },
  ...more,
})
const round = { state: "open", isOrdered: true, mayHandOver: true, hash: "h4" } as const
const codeOf = (decided: unknown) => (decided === true ? true : (decided as { refusal: string }).refusal)
const ids = (signers: readonly { id: string }[]) => signers.map(({ id }) => id)

describe("what can go to signing", () => {
  test.each([
    ["as it lies", {}, true],
    ["taken back", { state: "draft" }, "not-in-review"],
    ["without words", { hasText: false }, "no-words"],
    ["being signed already", { isBeingSigned: true }, "being-signed"],
    ["not held by all", { isHeldByAll: false }, "not-agreed"],
    ["with thirty (60) days in it", { hasDoubts: true }, "text-in-doubt"],
  ])("%s", (_what, more, expected) => {
    expect(codeOf(rules.decideLying({ ...lies, ...more }))).toBe(expected)
  })

  test("somebody of each party signs, each with a mailbox of their own", () => {
    const ben = { partyId: host, email: "ben@nordlicht.example" }
    const aya = { partyId: partner, email: "aya@cascade.example" }
    expect(rules.decideSigners([host, partner], [ben, aya])).toBe(true)
    expect(rules.decideSigners([host, partner, other], [ben, aya])).toMatchObject({ refusal: "party-without-signer" })
    expect(rules.decideSigners([host, partner], [ben, aya, { ...aya, partyId: other }])).toEqual({
      ...{ refusal: "no-such-party", detail: { field: "signers.2.partyId" } },
    })
    expect(rules.decideSigners([host, partner], [ben, aya, { ...aya, email: " AYA@cascade.example" }])).toEqual({
      ...{ refusal: "signer-doubled", detail: { field: "signers.2.email" } },
    })
  })
})

describe("scenario 5: whose turn it is", () => {
  const [ben, aya, carl] = [signer("ben", { partyId: host }), signer("aya", { place: 2 }), signer("carl", { place: 3 })]
  const all = [carl, aya, ben]
  const signed = { ...ben, state: "signed" as const }

  test("one place after the other, in whatever order they are read", () => {
    expect(ids(rules.inTurn(round, all))).toEqual(["ben"])
    expect(ids(rules.inTurn(round, [signed, carl, aya]))).toEqual(["aya"])
    expect(ids(rules.inTurn({ ...round, isOrdered: false }, all))).toEqual(["ben", "aya", "carl"])
    expect(rules.inTurn({ ...round, state: "declined" }, all)).toEqual([])
    expect(ids(rules.inTurn(round, [ben, { ...aya, place: 1 }, carl]))).toEqual(["ben", "aya"])
  })

  test("who signs early is told for whom they wait, the nearest first", () => {
    expect(rules.decideSign(round, carl, all, "h4")).toEqual({
      ...{ refusal: "not-your-turn", detail: { names: ["ben", "aya"] } },
    })
    expect(rules.decideSign({ ...round, isOrdered: false }, carl, all, "h4")).toBe(true)
    expect(rules.decideSign(round, ben, all, "h4")).toBe(true)
    expect(rules.decideSign(round, { ...aya, place: 1 }, [ben, { ...aya, place: 1 }], "h4")).toBe(true)
  })

  test("whoever handed over, was let go or has signed is in nobody's way", () => {
    const gone = [{ ...ben, state: "replaced" as const }, { ...aya, state: "removed" as const }, carl]
    expect(ids(rules.inTurn(round, gone))).toEqual(["carl"])
    expect(rules.decideSign(round, carl, gone, "h4")).toBe(true)
    expect(codeOf(rules.decideSign(round, gone[0] as typeof carl, gone, "h4"))).toBe("not-signing")
  })
})

describe("what was done stays done", () => {
  const [aya, tom] = [signer("aya"), signer("tom")]
  const signed = { ...aya, state: "signed" as const }

  test("scenario 7: nobody signs twice, nor declines what they signed, whatever became of the round", () => {
    for (const state of ["open", "signed", "declined", "recalled"] as const) {
      expect(codeOf(rules.decideSign({ ...round, state }, signed, [signed], "h4"))).toBe("signed-already")
      expect(codeOf(rules.decideDecline({ ...round, state }, signed))).toBe("signed-already")
    }
  })

  test("after the end nobody signs, declines, recalls or replaces", () => {
    for (const state of ["signed", "declined", "recalled"] as const) {
      const over = { ...round, state }
      expect(codeOf(rules.decideSign(over, aya, [aya], "h4"))).toBe("signing-over")
      expect(codeOf(rules.decideDecline(over, aya))).toBe("signing-over")
      expect(codeOf(rules.decideRecall(over))).toBe("signing-over")
      expect(codeOf(rules.decideReplace(over, aya, [aya], { email: "x@y.example", isHost: true }))).toBe("signing-over")
      expect(codeOf(rules.decideRemove(over, aya, [aya, tom]))).toBe("signing-over")
    }
    expect(rules.decideRecall(round)).toBe(true)
    expect(rules.decideDecline(round, aya)).toBe(true)
  })

  test("scenario 8: what is signed is what was read", () => {
    expect(rules.decideSign(round, aya, [aya], "h3")).toEqual({ refusal: "other-text", detail: { hash: "h4" } })
  })

  test("all have signed when nobody waits and somebody did", () => {
    expect(rules.isSignedByAll([signed, { ...tom, state: "removed" as const }])).toBe(true)
    expect(rules.isSignedByAll([signed, tom])).toBe(false)
    expect(rules.isSignedByAll([signed, { ...tom, state: "declined" as const }])).toBe(false)
    expect(rules.isSignedByAll([{ ...tom, state: "removed" as const }])).toBe(false)
  })

  test("an agreement keeps the names of who signed for a side, and of nobody else", () => {
    const all = [signed, { ...tom, state: "replaced" as const }, { ...signer("kenji"), state: "signed" as const }]
    expect(rules.namesOf(all, (party) => party === partner)).toBe("aya, kenji")
    expect(rules.namesOf(all, (party) => party === host)).toBe("")
  })
})

describe("other signers", () => {
  const [aya, tom] = [signer("aya"), signer("tom")]
  const to = (email: string, isHost = false) => ({ email, isHost })

  test("a hand-over is inside the own party's list once, and where the host allows it", () => {
    expect(rules.decideReplace(round, aya, [aya, tom], to("kenji@cascade.example"))).toBe(true)
    expect(codeOf(rules.decideReplace({ ...round, mayHandOver: false }, aya, [aya], to("k@c.example")))).toBe(
      "no-hand-over",
    )
    expect(rules.decideReplace({ ...round, mayHandOver: false }, aya, [aya], to("k@c.example", true))).toBe(true)
    expect(codeOf(rules.decideReplace(round, aya, [aya, tom], to("TOM@cascade.example")))).toBe("signer-doubled")
    // An address that was corrected is one's own; one that signed no more is free again.
    expect(rules.decideReplace(round, aya, [aya, tom], to(aya.email, true))).toBe(true)
    const gone = { ...tom, state: "replaced" as const }
    expect(rules.decideReplace(round, aya, [aya, gone], to(tom.email))).toBe(true)
    const done = { ...tom, state: "signed" as const }
    expect(codeOf(rules.decideReplace(round, aya, [aya, done], to(tom.email)))).toBe("signer-doubled")
  })

  test("scenario 8: a party's last signer is not taken out; who has signed is somebody", () => {
    expect(rules.decideRemove(round, aya, [aya, tom])).toBe(true)
    expect(codeOf(rules.decideRemove(round, aya, [aya]))).toBe("last-of-party")
    expect(codeOf(rules.decideRemove(round, aya, [aya, signer("ben", { partyId: host })]))).toBe("last-of-party")
    expect(rules.decideRemove(round, aya, [aya, { ...tom, state: "signed" as const }])).toBe(true)
    expect(codeOf(rules.decideRemove(round, aya, [aya, { ...tom, state: "removed" as const }]))).toBe("last-of-party")
  })

  test("reminded is whose turn it is, once an hour", () => {
    const at = (remindedAt: string | null, more: object = {}) => ({ ...aya, remindedAt, ...more })
    const now = "2027-03-03T10:00:00.000Z"
    expect(rules.decideReminder(round, at("2027-03-03T09:00:00.000Z"), [aya], now)).toBe(true)
    expect(codeOf(rules.decideReminder(round, at(null), [aya], now))).toBe("reminded-just-now")
    expect(codeOf(rules.decideReminder(round, at("2027-03-03T09:00:00.001Z"), [aya], now))).toBe("reminded-just-now")
    const later = at(null, { place: 2 })
    expect(codeOf(rules.decideReminder(round, later, [tom, later], now))).toBe("not-your-turn")
    expect(codeOf(rules.decideReminder(round, at(null, { state: "signed" }), [aya], now))).toBe("signed-already")
  })
})

test("the day on which all had signed is the latest that a signature counts for; what holds no more counts for none", () => {
  const dayOf = (at: string) => at.slice(0, 10)
  const on = (doneAt: string | null, more: Partial<{ state: rules.SignerState; countsOn: string }> = {}) => ({
    ...{ state: "signed" as const, doneAt, countsOn: null },
    ...more,
  })
  const ben = on("2027-04-08T10:00:00Z")
  const paper = on("2027-04-12T10:00:00Z", { countsOn: "2027-04-09" })
  expect(rules.signedOnDay([ben, paper], dayOf)).toBe("2027-04-09")
  expect(rules.signedOnDay([on("2027-04-10T10:00:00Z"), paper], dayOf)).toBe("2027-04-10")
  expect(rules.signedOnDay([ben, on("2027-04-12T10:00:00Z", { countsOn: "2027-04-12" })], dayOf)).toBe("2027-04-12")
  expect(rules.signedOnDay([ben, on("2027-04-11T10:00:00Z", { state: "removed" })], dayOf)).toBe("2027-04-08")
  expect(rules.signedOnDay([], dayOf)).toBeUndefined()
})
