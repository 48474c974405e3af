import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import {
  audiencesOf,
  decideAudience,
  decideEditable,
  decideMentions,
  decidePace,
  decideRemovable,
  decideText,
  listenersOf,
  mostPerMinute,
  type Person,
} from "./rules.ts"

/** Any code point; made here, because the library's own table of them takes long to build. */
const anySign = fc.nat({ max: 0x10ffff }).map((point) => String.fromCodePoint(point))
const person = (id: string): Person => ({ id, userId: `user of ${id}`, name: id, partyId: "host" })
const [ana, ben, carla] = [person("ana"), person("ben"), person("carla")]

describe("what is written", () => {
  test("keeps its lines in one spelling, and loses what stands around it", () => {
    expect(decideText("  one\r\ntwo\rthree\n ")).toBe("one\ntwo\nthree")
  })

  test.each(["\u200b", " \u2060\u00ad ", "\u202e\u202c", "\u3164", "\n\t\n"])(
    "%j shows nothing and is refused",
    (written) => {
      expect(decideText(written)).toMatchObject({ refusal: "nothing-said" })
    },
  )

  test.each(["👍", "שלום", "e\u0301", "a\u200bb", "٣", "<script>"])("%j is kept as it is", (written) => {
    expect(decideText(written)).toBe(written)
  })

  test("never throws, and what is kept is kept a second time", () => {
    const isSettled = (written: string) => {
      const text = decideText(written)
      return isRefusal(text) || decideText(text) === text
    }
    fc.assert(fc.property(fc.string({ unit: anySign, maxLength: 20 }), isSettled), { numRuns: 60 })
  })
})

describe("who a thread is for", () => {
  const [shared, ours] = [{ privateTo: null }, { privateTo: "us" }]
  test("of what is shared one speaks with all, or among one's own", () => {
    expect(audiencesOf(shared)).toEqual(["shared", "own"])
    expect(decideAudience(shared, "shared", "us")).toEqual({ privateTo: null })
    expect(decideAudience(shared, "own", "us")).toEqual({ privateTo: "us" })
  })
  test("of what is one's own, among one's own only", () => {
    expect(audiencesOf(ours)).toEqual(["own"])
    expect(decideAudience(ours, "own", "us")).toEqual({ privateTo: "us" })
    expect(decideAudience(ours, "shared", "us")).toMatchObject({ refusal: "kept-private" })
  })
})

describe("mentions", () => {
  test("each person once, by the name they have now", () => {
    const mentions = decideMentions(["ana", "ben", "ana"], [ana, ben, carla])
    expect(mentions).toEqual([
      { id: "ana", userId: "user of ana", name: "ana" },
      { id: "ben", userId: "user of ben", name: "ben" },
    ])
  })
  test("one who may not see it refuses the whole", () => {
    const refused = decideMentions(["ana", "dora"], [ana])
    expect(refused).toMatchObject({ refusal: "may-not-see-it", detail: { people: ["dora"] } })
  })
  test("whoever wrote hears of what follows, but not the author and not who is mentioned", () => {
    const writers = [ana.userId, ben.userId, carla.userId, ana.userId, ""]
    expect(listenersOf(writers, [ben], ana.userId)).toEqual([carla.userId])
  })
})

describe("one's own", () => {
  const writtenAt = "2026-03-01T10:00:00.000Z"
  test("can be put another way for a day", () => {
    expect(decideEditable({ writtenAt, removedAt: null }, "2026-03-02T10:00:00.000Z")).toBe(true)
    const late = decideEditable({ writtenAt, removedAt: null }, "2026-03-02T10:00:00.001Z")
    expect(late).toMatchObject({ refusal: "too-late-to-edit" })
  })
  test("once removed is neither edited nor removed again", () => {
    const removed = { writtenAt, removedAt: writtenAt }
    expect(decideEditable(removed, writtenAt)).toMatchObject({ refusal: "already-removed" })
    expect(decideRemovable(removed)).toMatchObject({ refusal: "already-removed" })
    expect(decideRemovable({ removedAt: null })).toBe(true)
  })
  test("so many in a minute and no more", () => {
    expect(decidePace(mostPerMinute - 1)).toBe(true)
    expect(decidePace(mostPerMinute)).toMatchObject({ refusal: "too-fast" })
  })
})
