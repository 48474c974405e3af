import { isAscii, isUtf8 } from "node:buffer"
import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { analyse } from "chardet"

export type FoundEncoding = Readonly<{ name: string; isCertain: boolean }>

const headBytes = 65_536
/** Encodings worth believing a statistical guess about; anything else is the usual Windows-1252. */
const believable = new Set([
  "Shift_JIS",
  "EUC-JP",
  "EUC-KR",
  "Big5",
  "GB18030",
  "windows-1251",
  "KOI8-R",
  "windows-1253",
  "windows-1255",
  "windows-1256",
])
const leastConfidence = 60

/** The first bytes of a file. */
export const readHead = async (path: string, length = headBytes): Promise<Buffer> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Finds the encoding of a text file: by its byte order mark, by its zero bytes, or by reading all of it as UTF-8. */
export const findEncoding = async (path: string, head: Buffer): Promise<FoundEncoding> => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: "utf-8", isCertain: true }
  if (head[0] === 0xff && head[1] === 0xfe) return { name: "utf-16le", isCertain: true }
  if (head[0] === 0xfe && head[1] === 0xff) return { name: "utf-16be", isCertain: true }
  const wide = findUtf16(head)
  if (wide) return { name: wide, isCertain: true }
  const trial = await tryUtf8(path)
  if (trial.broken === 0) return { name: "utf-8", isCertain: true }
  // Mostly sound UTF-8 with a few broken bytes: those rows are reported, the rest is kept.
  if (trial.sound > trial.broken * 10) return { name: "utf-8", isCertain: true }
  const [guess] = analyse(trial.evidence)
  if (guess && believable.has(guess.name) && guess.confidence >= leastConfidence)
    return { name: guess.name.toLowerCase(), isCertain: false }
  return { name: "windows-1252", isCertain: false }
}

/** Latin text in UTF-16 has a zero in every other byte. */
const findUtf16 = (head: Buffer): "utf-16le" | "utf-16be" | undefined => {
  const pairs = Math.floor(head.length / 2)
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even++
    if (head[at + 1] === 0) odd++
  }
  if (pairs > 0 && odd > pairs * 0.4 && even < pairs * 0.05) return "utf-16le"
  if (pairs > 0 && even > pairs * 0.4 && odd < pairs * 0.05) return "utf-16be"
  return undefined
}

/** Counts sound and broken multi-byte characters in the whole file, and keeps the lines around the first broken ones. */
const tryUtf8 = async (path: string): Promise<{ sound: number; broken: number; evidence: Buffer }> => {
  let sound = 0
  let broken = 0
  let carry = Buffer.alloc(0)
  const evidence: Buffer[] = []
  for await (const read of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const chunk = Buffer.concat([carry, read as Buffer])
    const end = lastLineBreak(chunk)
    carry = Buffer.from(chunk.subarray(end))
    const lines = chunk.subarray(0, end)
    if (isAscii(lines)) continue
    if (isUtf8(lines)) {
      if (sound < 1_000_000) sound += countMultiByte(lines)
      continue
    }
    broken += countBroken(lines)
    sound += countMultiByte(lines)
    if (evidence.length < 4) evidence.push(lines)
  }
  if (!isUtf8(carry)) {
    broken += countBroken(carry)
    evidence.push(carry)
  }
  return { sound, broken, evidence: Buffer.concat(evidence) }
}

/** Chunks are cut after a line break, which no multi-byte character of UTF-8 contains; a very long line is cut anywhere. */
const lastLineBreak = (chunk: Buffer): number => {
  const at = chunk.lastIndexOf(10)
  return at >= 0 ? at + 1 : chunk.length > 1 << 20 ? chunk.length : 0
}

const countBroken = (bytes: Buffer): number => (bytes.toString("utf8").match(/\ufffd/g) ?? []).length

const countMultiByte = (bytes: Buffer): number => {
  let count = 0
  for (let at = 0; at < bytes.length; at++)
    if ((bytes[at] ?? 0) >= 0xc2 && ((bytes[at + 1] ?? 0) & 0xc0) === 0x80) count++
  return count
}
