/** No certificate and no signature of ours goes deeper. */
const mostDepth = 24
const constructed = 0x20

/**
 * The one value that the bytes begin with, if it is written as DER writes it (of a length that is said) and no deeper than anybody needs:
 * what reads it after that goes down level by level.
 */
export const derOf = (bytes: Uint8Array): Uint8Array | undefined => {
  const first = headOf(bytes, 0, bytes.length)
  if (!first) return undefined
  const ends = [first.end]
  let at = first.isConstructed ? first.from : first.end
  while (ends.length > 0) {
    const end = ends.at(-1) as number
    if (at === end) {
      ends.pop()
      continue
    }
    const head = headOf(bytes, at, end)
    if (!head || ends.length > mostDepth) return undefined
    if (head.isConstructed) ends.push(head.end)
    at = head.isConstructed ? head.from : head.end
  }
  return bytes.subarray(0, first.end)
}

type Head = Readonly<{ isConstructed: boolean; from: number; end: number }>

const headOf = (bytes: Uint8Array, at: number, end: number): Head | undefined => {
  const [tag = 0, said = 0x80] = bytes.subarray(at, Math.min(at + 2, end))
  // Tags of several bytes are nobody's here, and a length that is not said could be without end.
  if ((tag & 0x1f) === 0x1f || said === 0x80) return undefined
  const more = said < 0x80 ? 0 : said & 0x7f
  if (more > 3 || at + 2 + more > end) return undefined
  let length = said < 0x80 ? said : 0
  for (const byte of bytes.subarray(at + 2, at + 2 + more)) length = length * 256 + byte
  const from = at + 2 + more
  return from + length > end ? undefined : { isConstructed: (tag & constructed) !== 0, from, end: from + length }
}
