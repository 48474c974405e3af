import type { Readable } from "node:stream"
import { type Entry, fromBufferPromise, openPromise } from "yauzl"

/** The parts of an archive that somebody sent, by name. Reading fails when a part unpacks to more than it declares. */
export type ZipParts = Readonly<{
  has: (name: string) => boolean
  size: (name: string) => number
  read: (name: string) => Promise<Readable>
  close: () => void
}>

export type ZipLimits = Readonly<{
  entries: number
  /** Of any part, unpacked. */
  mostBytes: number
  /** Unpacked size against packed size, for parts above `partBytes`: real ones stay far below. */
  packingRatio: number
  partBytes: number
}>
/** Why an archive is not opened; `part` is the one that is packed as no real one is. */
export type ZipFault = Readonly<{ fault: "broken" | "too-large" | "locked"; part?: string }>

export const isZipFault = (opened: ZipParts | ZipFault): opened is ZipFault => "fault" in opened

/** Opens an archive, by its path or its bytes. Bombs are refused by their directory, before anything is unpacked. */
export const openZip = async (archive: string | Buffer, limits: ZipLimits): Promise<ZipParts | ZipFault> => {
  const options = { lazyEntries: true, autoClose: false } as const
  const opening = typeof archive === "string" ? openPromise(archive, options) : fromBufferPromise(archive, options)
  const zip = await opening.catch(() => undefined)
  if (!zip) return { fault: "broken" }
  const entries = new Map<string, Entry>()
  const close = () => zip.close()
  const stop = (found: ZipFault): ZipFault => {
    close()
    return found
  }
  if (zip.entryCount > limits.entries) return stop({ fault: "too-large" })
  try {
    for await (const entry of zip.eachEntry()) {
      const found = faultOf(entry, limits)
      if (found) return stop(found)
      entries.set(entry.fileName.toLowerCase(), entry)
    }
  } catch {
    return stop({ fault: "broken" })
  }
  return {
    has: (name) => entries.has(name.toLowerCase()),
    size: (name) => entries.get(name.toLowerCase())?.uncompressedSize ?? 0,
    read: async (name) => {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw new Error(`no part ${name} in the archive`)
      return await zip.openReadStreamPromise(entry)
    },
    close,
  }
}

const faultOf = (entry: Entry, limits: ZipLimits): ZipFault | undefined => {
  if (entry.isEncrypted()) return { fault: "locked" }
  const { uncompressedSize, compressedSize, fileName } = entry
  if (uncompressedSize > limits.mostBytes) return { fault: "too-large" }
  if (uncompressedSize <= limits.partBytes) return undefined
  return uncompressedSize > compressedSize * limits.packingRatio ? { fault: "too-large", part: fileName } : undefined
}
