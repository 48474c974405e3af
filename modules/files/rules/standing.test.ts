import { expect, test } from "vitest"
import { beforeOf } from "./retention.ts"
import { decideOutsideRoom, decideRoom } from "./room.ts"
import { decideRemoval, type Standing, whyNot } from "./standing.ts"

const file: Standing = { checkState: "clean", heldAs: null, removedAt: null, goneAt: null }

test.each<[Partial<Standing>, ReturnType<typeof whyNot>]>([
  [{}, undefined],
  [{ checkState: "unchecked" }, undefined],
  [{ checkState: "checking" }, "still-being-checked"],
  [{ checkState: "infected" }, "file-quarantined"],
  [{ checkState: "infected", goneAt: "2026-01-01T00:00:00Z" }, "file-quarantined"],
  [{ goneAt: "2026-01-01T00:00:00Z" }, "file-removed"],
  [{ removedAt: "2026-01-01T00:00:00Z" }, "file-removed"],
  [{ removedAt: "2026-01-01T00:00:00Z", checkState: "checking" }, "file-removed"],
])("%j can be had unless %s", (change, reason) => {
  expect(whyNot({ ...file, ...change })).toBe(reason)
})

test("what belongs to the record is not removed, and what is removed is not removed again", () => {
  expect(decideRemoval(file)).toBe(true)
  expect(decideRemoval({ ...file, heldAs: "evidence" })).toMatchObject({ refusal: "kept-as-record" })
  expect(decideRemoval({ ...file, heldAs: "signed" })).toMatchObject({ refusal: "kept-as-record" })
  expect(decideRemoval({ ...file, removedAt: "2026-01-01T00:00:00Z" })).toEqual({ refusal: "file-removed" })
})

test("the last file and the last byte that fit are taken, the next ones not", () => {
  const limits = { mostPerSubject: 3, mostStoredBytes: 1_000 }
  expect(decideRoom({ files: 2, storedBytes: 900 }, 100, limits)).toBe(true)
  expect(decideRoom({ files: 3, storedBytes: 0 }, 1, limits)).toEqual({
    refusal: "too-many-files",
    detail: { most: 3 },
  })
  expect(decideRoom({ files: 0, storedBytes: 900 }, 101, limits)).toEqual({
    refusal: "no-room-left",
    detail: { mostBytes: 1_000, freeBytes: 100, names: "0 MB" },
  })
})

test("bytes of removed files stay so many days, those that came to nothing one", () => {
  expect(beforeOf("2026-03-31T09:00:00.000Z", 30)).toEqual({
    removedBefore: "2026-03-01T09:00:00.000Z",
    storedBefore: "2026-03-30T09:00:00.000Z",
    unsentBefore: "2026-03-17T09:00:00.000Z",
  })
})

test("strangers fill a tenth of the room, and not a byte more", () => {
  const limits = { mostStoredBytes: 1_000 }
  expect(decideOutsideRoom(90, 10, limits)).toBe(true)
  expect(decideOutsideRoom(90, 11, limits)).toMatchObject({ refusal: "no-room-left", detail: { freeBytes: 10 } })
})
