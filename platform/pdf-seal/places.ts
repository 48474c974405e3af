/** Where a signature stands in a PDF, and what it was made over. */
export type Place = Readonly<{
  /** The bytes from `start` to `end` are the signature, the only ones that it does not cover. */
  start: number
  end: number
  /** Up to here the file was signed. */
  until: number
  /** What stands there, as it is. */
  signature: Uint8Array
}>

/** A file with more of them is nobody's contract: what is further on is not looked at. */
const mostPlaces = 32
const mostNamed = 2_000
/** Of one signature with its certificates; ours take less than two. */
const mostBytes = 32 * 1024
/** As far after its name the four numbers stand. */
const farthest = 120
const named = Buffer.from("/ByteRange")

/**
 * The signatures of a file, found by what they say of themselves. Nothing is unpacked and nothing is followed: time and memory grow
 * with the file's size alone, whatever is in it. What a signature covers is decided by its bytes, so that it need not be a PDF.
 */
export const placesOf = (pdf: Uint8Array): readonly Place[] => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length)
  const found: Place[] = []
  let at = bytes.indexOf(named)
  for (let count = 0; at >= 0 && count < mostNamed && found.length < mostPlaces; count++) {
    const place = placeAt(bytes, at + named.length)
    if (place) found.push(place)
    at = bytes.indexOf(named, at + named.length)
  }
  return found.sort((one, other) => one.until - other.until)
}

const placeAt = (bytes: Buffer, from: number): Place | undefined => {
  const text = bytes.toString("latin1", from, from + farthest)
  const read = /^\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(text)
  if (!read) return undefined
  const [start = 0, end = 0, rest = 0] = read.slice(1).map(Number)
  const until = end + rest
  if (start >= end || until > bytes.length || end - start > mostBytes * 2 + 2) return undefined
  const hole = bytes.toString("latin1", start, end)
  if (!/^<(?:[0-9A-Fa-f]{2})+>$/.test(hole)) return undefined
  return { start, end, until, signature: Buffer.from(hole.slice(1, -1), "hex") }
}
