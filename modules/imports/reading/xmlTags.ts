import type { Readable } from "node:stream"
import { StringDecoder } from "node:string_decoder"
import sax from "sax"
import { limits } from "./table.ts"

/** What a reader of XML wants to hear of. Names come without their namespace prefix. */
export type TagListener = Readonly<{
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  text: (text: string) => void
  close: (name: string) => void
}>

/**
 * Parses XML as it arrives; yields after every piece, so that the caller can hand on what the listener has gathered. A text is
 * told piece by piece, so that none is ever held whole here; a tag or a comment that does not end is a fault.
 */
export async function* parseXml(stream: Readable, listener: TagListener): AsyncGenerator<void> {
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
  const decoder = new StringDecoder("utf8")
  for await (const bytes of stream) {
    const piece = decoder.write(bytes as Buffer)
    silent += piece.length
    parser.write(piece).flush()
    if (fault) throw fault
    if (silent > limits.tagCharacters) throw new Error("a tag that does not end")
    yield
  }
  parser.close()
  if (fault) throw fault
  yield
}

/** Parses a whole part. */
export const readXml = async (stream: Readable, listener: Partial<TagListener>): Promise<void> => {
  const nothing = () => {}
  for await (const _ of parseXml(stream, { open: nothing, text: nothing, close: nothing, ...listener }));
}

const localName = (name: string): string => {
  const colon = name.indexOf(":")
  return colon < 0 ? name : name.slice(colon + 1)
}
