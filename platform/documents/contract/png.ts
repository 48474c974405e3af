import { crc32, inflateSync } from "node:zlib"

type Picture = Readonly<{ width: number; height: number; depth: number; colours: number }>

const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What says how the points look. A place, a camera or a comment that came along with a picture is nobody's business. */
const kept = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]
/** How many numbers a point has, by the kind of its colours (PNG, third edition, 11.2.1), and how deep they may be. */
const channels: Readonly<Record<number, readonly [count: number, depths: readonly number[]]>> = {
  0: [1, [1, 2, 4, 8, 16]],
  2: [3, [8, 16]],
  3: [1, [1, 2, 4, 8]],
  4: [2, [8, 16]],
  6: [4, [8, 16]],
}

/**
 * A PNG that can be drawn for certain, with nothing in it but the picture; else why not. It is unpacked once, so that a broken one is
 * refused when somebody brings it and not when a page is made of it.
 */
export const cleanPng = (bytes: Buffer, mostPoints: number): Buffer | "not-drawable" | "too-large" => {
  const chunks = chunksOf(bytes)
  const first = chunks?.[0]
  const picture = first?.kind === "IHDR" ? pictureOf(first.data) : undefined
  if (chunks === undefined || picture === undefined || chunks.at(-1)?.kind !== "IEND") return "not-drawable"
  const { width, height, depth, colours } = picture
  if (width * height > mostPoints) return "too-large"
  if (colours === 3 && !chunks.some(({ kind }) => kind === "PLTE")) return "not-drawable"
  const line = 1 + Math.ceil((width * depth * (channels[colours]?.[0] ?? 0)) / 8)
  const packed = Buffer.concat(chunks.filter(({ kind }) => kind === "IDAT").map(({ data }) => data))
  if (!unpacksTo(packed, line, height)) return "not-drawable"
  return Buffer.concat([head, ...chunks.filter(({ kind }) => kept.includes(kind)).map(({ whole }) => whole)])
}

type Chunk = Readonly<{ kind: string; data: Buffer; whole: Buffer }>

const chunksOf = (bytes: Buffer): readonly Chunk[] | undefined => {
  if (!bytes.subarray(0, 8).equals(head)) return undefined
  const chunks: Chunk[] = []
  for (let at = 8; at < bytes.length; ) {
    if (at + 12 > bytes.length) return undefined
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return undefined
    const kind = bytes.toString("latin1", at + 4, at + 8)
    chunks.push({ kind, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) })
    at = kind === "IEND" ? bytes.length : end
  }
  return chunks
}

const pictureOf = (data: Buffer): Picture | undefined => {
  if (data.length !== 13) return undefined
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  const [depth = 0, colours = 0, packing, filter, interlace] = data.subarray(8)
  const isUsual = packing === 0 && filter === 0 && interlace === 0
  const isKnown = channels[colours]?.[1].includes(depth) ?? false
  return width > 0 && height > 0 && isUsual && isKnown ? { width, height, depth, colours } : undefined
}

/** Whether these are so many lines, each of which begins with one of the five filters. */
const unpacksTo = (packed: Buffer, line: number, height: number): boolean => {
  try {
    const lines = inflateSync(packed, { maxOutputLength: line * height + 1 })
    if (lines.length !== line * height) return false
    for (let at = 0; at < lines.length; at += line) if ((lines[at] ?? 9) > 4) return false
    return true
  } catch {
    return false
  }
}
