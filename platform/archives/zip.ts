import { crc32, deflateRawSync, inflateRawSync } from "node:zlib"

/** The parts of an archive by their path, in its order. */
export type Parts = ReadonlyMap<string, Buffer>

const endOfDirectory = 0x06054b50
const inDirectory = 0x02014b50
const localHead = 0x04034b50
const deflated = 8
/** 1 January 1980, the first day an archive can say: nothing in it depends on when it was written. */
const firstDay = 0x21

/** Opens an archive that we have just made ourselves; a stranger's is read by `modules/imports`, which trusts nothing. */
export const unzip = (archive: Buffer): Parts => {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || archive.readUInt32LE(end) !== endOfDirectory) throw new Error("not an archive")
  const parts = new Map<string, Buffer>()
  let at = archive.readUInt32LE(end + 16)
  while (archive.readUInt32LE(at) === inDirectory) {
    const [method, packed] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const head = archive.readUInt32LE(at + 42)
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength)
    const begin = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28)
    const stored = archive.subarray(begin, begin + packed)
    if (!name.endsWith("/")) parts.set(name, method === deflated ? inflateRawSync(stored) : Buffer.from(stored))
    at += 46 + nameLength + extra + comment
  }
  return parts
}

/** Writes an archive whose bytes follow from its parts alone. */
export const zip = (parts: Parts): Buffer => {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, content] of parts) {
    const name = Buffer.from(path)
    const packed = deflateRawSync(content)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800, 2)
    facts.writeUInt16LE(deflated, 4)
    facts.writeUInt16LE(firstDay, 8)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([signature(localHead), facts, name])
    const entry = Buffer.concat([signature(inDirectory), Buffer.from([20, 0]), facts, Buffer.alloc(14), name])
    entry.writeUInt32LE(at, 42)
    pieces.push(local, packed)
    directory.push(entry)
    at += local.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.size, 4)
  end.writeUInt16LE(parts.size, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...pieces, listed, signature(endOfDirectory), end])
}

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
