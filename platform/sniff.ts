import { open } from "node:fs/promises"
import { fileTypeFromFile } from "file-type"

/** What the bytes of a file say that it is, whatever it is called. */
export type Sniffed = Readonly<{
  /** undefined where no signature is known. */
  mediaType: string | undefined
  /** Its beginning is text of some encoding, and nothing else. */
  isText: boolean
}>

/** As much as is looked at for text. */
const sampleBytes = 64 * 1024

/** Reads signatures only; nothing is unpacked beyond the names that tell one format of ZIP files from another. */
export const sniff = async (path: string): Promise<Sniffed> => {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    const type = await fileTypeFromFile(path).catch(() => undefined)
    return { mediaType: type?.mime, isText: isText(buffer.subarray(0, bytesRead)) }
  } finally {
    await handle.close()
  }
}

/** Encodings differ in what a byte above 127 means, not in that text holds no control characters but those of lines. */
export const isText = (bytes: Uint8Array): boolean => {
  if (bytes.length === 0) return false
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isUtf16) return isUtf16Text(bytes, first === 0xff)
  return bytes.every((byte) => (byte >= 0x20 ? byte !== 0x7f : textControls.has(byte)))
}

/** Tab, line feed, form feed, carriage return, escape (of ISO-2022 encodings). */
const textControls = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b])

const isUtf16Text = (bytes: Uint8Array, isLittle: boolean): boolean => {
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    const unit = isLittle
      ? (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
      : ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    if (unit < 0x20 && !textControls.has(unit)) return false
  }
  return true
}
