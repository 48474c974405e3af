import { expect, test } from "vitest"
import { decideTableRoom } from "./room.ts"

const limits = { mostBytes: 100, mostAtOnce: 2 }
const taken = { keptBytes: 40, comingBytes: 20, ofPerson: 1 }

test("what is kept and what is coming both take room, and a person sends so many at once", () => {
  expect(decideTableRoom(taken, 40, limits)).toBe(true)
  expect(decideTableRoom(taken, 41, limits)).toMatchObject({ refusal: "no-room-for-tables", detail: { freeBytes: 40 } })
  expect(decideTableRoom({ ...taken, comingBytes: 0 }, 60, limits)).toBe(true)
  expect(decideTableRoom({ ...taken, ofPerson: 2 }, 1, limits)).toMatchObject({ refusal: "too-many-at-once" })
})
