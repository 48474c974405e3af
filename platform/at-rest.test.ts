import { expect, test } from "vitest"
import { encryptedAtRest, readAtRest } from "./at-rest.ts"

const [secret, other] = ["one secret of enough characters, it is", "other secret of enough characters"]
const bytes = Buffer.from("what nobody reads")

test("is read with the same secret for the same purpose, and otherwise not at all", () => {
  const kept = encryptedAtRest(secret, "a key", bytes)
  expect(readAtRest(secret, "a key", kept)?.equals(bytes)).toBe(true)
  expect(kept.includes(bytes)).toBe(false)
  expect(readAtRest(other, "a key", kept)).toBeUndefined()
  expect(readAtRest(secret, "another key", kept)).toBeUndefined()
})

test("no byte of it can be changed or left out, and the same is never encrypted alike twice", () => {
  const kept = encryptedAtRest(secret, "a key", bytes)
  for (let at = 0; at < kept.length; at++) {
    const changed = Buffer.from(kept)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(readAtRest(secret, "a key", changed)).toBeUndefined()
    expect(readAtRest(secret, "a key", kept.subarray(0, at))).toBeUndefined()
  }
  expect(encryptedAtRest(secret, "a key", bytes).equals(kept)).toBe(false)
})
