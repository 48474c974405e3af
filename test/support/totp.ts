import { createHmac } from "node:crypto"

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

/** Half minutes whose code was shown already, by key. */
const shown = new Map<string, Set<number>>()

/** What an authenticator app shows around now for this key (RFC 6238: SHA-1, 30 seconds, six digits): one that was not shown before. */
export const codeNow = (key: string): string => {
  const now = Math.floor(Date.now() / 30_000)
  const before = shown.get(key) ?? new Set()
  // Of the half minutes around now each code opens once.
  const step = [now, now + 1, now - 1].find((each) => !before.has(each)) ?? now
  shown.set(key, before.add(step))
  return codeAt(key, step)
}

const codeAt = (key: string, halfMinute: number): string => {
  const bits = [...key].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("")
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(halfMinute))
  const hash = createHmac("sha1", secret).update(step).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, "0")
}
