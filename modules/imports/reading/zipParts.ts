import type { Readable } from "node:stream"
import { type Entry, openPromise } from "yauzl"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { limits } from "./table.ts"

/** The parts of a zipped workbook, by name. Reading fails when a part unpacks to more than it declares. */
export type ZipParts = Readonly<{
  has: (name: string) => boolean
  size: (name: string) => number
  read: (name: string) => Promise<Readable>
  close: () => void
}>

type ZipRefusal = Refusal<"broken-workbook" | "workbook-too-large" | "locked-workbook">

/** Opens a workbook's archive. Bombs are refused by their directory, before anything is unpacked. */
export const openZip = async (path: string): Promise<ZipParts | ZipRefusal> => {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => undefined)
  if (!zip) return refuse("broken-workbook")
  const entries = new Map<string, Entry>()
  const close = () => zip.close()
  const stop = <R>(refusal: R): R => {
    close()
    return refusal
  }
  if (zip.entryCount > limits.zipEntries) return stop(refuse("workbook-too-large"))
  try {
    for await (const entry of zip.eachEntry()) {
      const refused = decideEntry(entry)
      if (isRefusal(refused)) return stop(refused)
      entries.set(entry.fileName.toLowerCase(), entry)
    }
  } catch {
    return stop(refuse("broken-workbook"))
  }
  return {
    has: (name) => entries.has(name.toLowerCase()),
    size: (name) => entries.get(name.toLowerCase())?.uncompressedSize ?? 0,
    read: async (name) => {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw new Error(`no part ${name} in the workbook`)
      return await zip.openReadStreamPromise(entry)
    },
    close,
  }
}

const decideEntry = (entry: Entry): ZipRefusal | undefined => {
  if (entry.isEncrypted()) return refuse("locked-workbook")
  const { uncompressedSize, compressedSize, fileName } = entry
  if (uncompressedSize > limits.sheetBytes) return refuse("workbook-too-large")
  if (uncompressedSize <= limits.partBytes) return undefined
  if (uncompressedSize > compressedSize * limits.packingRatio) return refuse("workbook-too-large", { part: fileName })
  return undefined
}
