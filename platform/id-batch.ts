import { randomFillSync } from "node:crypto"
import type { Id } from "#core/ids"

const batch = 4_096
const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"))
const counterBits = 12

/**
 * Makes UUIDv7 (RFC 9562, section 6.2, method 1: a counter in rand_a keeps the order within a millisecond) a batch of random
 * bytes at a time: the general generator costs as much as checking a row.
 */
export const idBatch = (now: () => number = Date.now): (() => Id) => {
  const random = new Uint8Array(batch * 8)
  let at = random.length
  let time = 0
  let counter = 0
  let prefix = ""
  return () => {
    if (at === random.length) {
      randomFillSync(random)
      at = 0
    }
    const moment = now()
    counter++
    if (moment > time || counter >= 1 << counterBits) {
      // A full counter borrows the next millisecond.
      time = Math.max(moment, time + 1)
      counter = 0
      const hex = time.toString(16).padStart(12, "0")
      prefix = `${hex.slice(0, 8)}-${hex.slice(8)}-7`
    }
    const hex = (offset: number) => hexOf[random[at + offset] ?? 0]
    const variant = hexOf[((random[at] ?? 0) & 0x3f) | 0x80]
    const id = `${prefix}${counter.toString(16).padStart(3, "0")}-${variant}${hex(1)}-${hex(2)}${hex(3)}${hex(4)}${hex(5)}${hex(6)}${hex(7)}`
    at += 8
    return id
  }
}
