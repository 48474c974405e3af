import type { Readable } from "node:stream"
import { TextDecoder } from "node:util"
import sax from "sax"

/** Of a part, without a tag or a text ending: more is no XML that anybody writes. */
const longestTag = 1_000_000

/** What a reader of XML wants to hear of. Names come without their namespace prefix. */
export type TagListener = Readonly<{
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  text: (text: string) => void
  close: (name: string) => void
}>

/**
 * Parses XML as it arrives; yields after every piece how many bytes were read, so that the caller can hand on what the listener has gathered. A text is
 * told piece by piece, so that none is ever held whole here; a tag or a comment that does not end is a fault.
 */
export async function* parseXml(stream: Readable, listener: TagListener): AsyncGenerator<number> {
  const parser = sax.parser(true, { position: false })
  let fault: Error | undefined
  parser.onerror = (error) => {
    fault = error
  }
  let silent = 0
  const heard = <Given extends unknown[]>(tell: (...given: Given) => void) => {
    return (...given: Given) => {
      silent = 0
      tell(...given)
    }
  }
  parser.onopentag = heard((tag) => listener.open(localName(tag.name), (tag as sax.Tag).attributes))
  parser.ontext = heard(listener.text)
  parser.oncdata = heard(listener.text)
  parser.onclosetag = heard((name) => listener.close(localName(name)))
  let decoder: TextDecoder | undefined
  let read = 0
  for await (const bytes of stream) {
    decoder ??= new TextDecoder(encodingOf(bytes as Buffer))
    const piece = decoder.decode(bytes as Buffer, { stream: true })
    read += (bytes as Buffer).length
    silent += piece.length
    parser.write(piece).flush()
    if (fault) throw fault
    if (silent > longestTag) throw new Error("a tag that does not end")
    yield read
  }
  parser.close()
  if (fault) throw fault
  yield read
}

/** XML may be UTF-16, which then begins with a mark. */
const encodingOf = (head: Buffer): string =>
  head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8"

/** Parses a whole part. */
export const readXml = async (stream: Readable, listener: Partial<TagListener>): Promise<void> => {
  const nothing = () => {}
  for await (const _ of parseXml(stream, { open: nothing, text: nothing, close: nothing, ...listener }));
}

const localName = (name: string): string => {
  const colon = name.indexOf(":")
  return colon < 0 ? name : name.slice(colon + 1)
}
