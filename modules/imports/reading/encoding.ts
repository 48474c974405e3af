import { isAscii, isUtf8 } from "node:buffer"
import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import iconv from "iconv-lite"
import { guessEncoding } from "./guessEncoding.ts"
import type { EncodingChoice } from "./table.ts"

/** `choices` is empty where only one encoding fits what the file holds. */
export type FoundEncoding = Readonly<{ name: string; isCertain: boolean; choices: readonly EncodingChoice[] }>

const headBytes = 65_536
const shownLines = 3
const shownBytes = 200

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
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return certainly("utf-8")
  if (head[0] === 0xff && head[1] === 0xfe) return certainly("utf-16le")
  if (head[0] === 0xfe && head[1] === 0xff) return certainly("utf-16be")
  const wide = findUtf16(head)
  if (wide) return certainly(wide)
  const trial = await tryUtf8(path)
  if (trial.broken === 0) return certainly("utf-8")
  // Mostly sound UTF-8 with a few broken bytes: those rows are reported, the rest is kept.
  if (trial.sound > trial.broken * 10) return certainly("utf-8")
  const { name, candidates } = guessEncoding(trial.evidence)
  const choices = candidates.map((encoding) => ({
    name: encoding,
    lines: trial.doubtful.map(({ line, bytes }) => ({ line, text: iconv.decode(bytes, encoding) })),
  }))
  return { name, isCertain: false, choices }
}

const certainly = (name: string): FoundEncoding => ({ name, isCertain: true, choices: [] })

/** Text has no zero bytes; in UTF-16 one stands beside each letter, comma and line end of ASCII, always on the same side. */
const findUtf16 = (head: Buffer): "utf-16le" | "utf-16be" | undefined => {
  const pairs = Math.floor(head.length / 2)
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even++
    if (head[at + 1] === 0) odd++
  }
  if (odd > pairs * leastAscii && even < odd * 0.1) return "utf-16le"
  if (even > pairs * leastAscii && odd < even * 0.1) return "utf-16be"
  return undefined
}

/** In tables of any script: delimiters, line ends, numbers. */
const leastAscii = 0.05

type Trial = Readonly<{
  sound: number
  broken: number
  evidence: Buffer
  /** The first lines that are not ASCII. */
  doubtful: readonly Readonly<{ line: number; bytes: Buffer }>[]
}>

/** Counts sound and broken multi-byte characters in the whole file, and keeps the lines around the first broken ones. */
const tryUtf8 = async (path: string): Promise<Trial> => {
  let sound = 0
  let broken = 0
  let carry = Buffer.alloc(0)
  const evidence: Buffer[] = []
  const doubtful: { line: number; bytes: Buffer }[] = []
  let line = 1
  const look = (lines: Buffer): void => {
    if (doubtful.length < shownLines) line += gatherDoubtful(lines, line, doubtful)
  }
  for await (const read of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const chunk = Buffer.concat([carry, read as Buffer])
    const end = lastLineBreak(chunk)
    carry = Buffer.from(chunk.subarray(end))
    const lines = chunk.subarray(0, end)
    look(lines)
    if (isAscii(lines)) continue
    if (isUtf8(lines)) {
      if (sound < 1_000_000) sound += countMultiByte(lines)
      continue
    }
    broken += countBroken(lines)
    sound += countMultiByte(lines)
    if (evidence.length < 4) evidence.push(lines)
  }
  look(carry)
  if (!isUtf8(carry)) {
    broken += countBroken(carry)
    evidence.push(carry)
  }
  return { sound, broken, evidence: Buffer.concat(evidence), doubtful }
}

/** Keeps the first lines that hold more than ASCII; answers how many lines there were. */
const gatherDoubtful = (lines: Buffer, first: number, doubtful: { line: number; bytes: Buffer }[]): number => {
  let count = 0
  for (let from = 0; from < lines.length; ) {
    const end = lines.indexOf(10, from)
    const to = end < 0 ? lines.length : end
    const bytes = lines.subarray(from, to)
    if (doubtful.length < shownLines && !isAscii(bytes))
      doubtful.push({ line: first + count, bytes: Buffer.from(aroundDoubt(bytes)) })
    if (end >= 0) count++
    from = to + 1
  }
  return count
}

const aroundDoubt = (bytes: Buffer): Buffer => {
  const at = Math.max(0, bytes.findIndex((byte) => byte > 127) - shownBytes / 4)
  return bytes.subarray(
    bytes.length <= shownBytes ? 0 : at,
    bytes.length <= shownBytes ? bytes.length : at + shownBytes,
  )
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
