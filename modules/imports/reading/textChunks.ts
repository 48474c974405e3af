import { createReadStream } from "node:fs"
import iconv from "iconv-lite"

const chunkBytes = 1 << 18

/** The decoded text of a file, in pieces; a byte order mark is dropped, a character is never cut. */
export async function* textChunks(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  for await (const bytes of createReadStream(path, { highWaterMark: chunkBytes })) {
    const text = decoder.write(bytes as Buffer)
    if (text !== "") yield text
  }
  const rest = decoder.end()
  if (rest) yield rest
}

/** True when the encoding can be read. */
export const isKnownEncoding = (encoding: string): boolean => iconv.encodingExists(encoding)
