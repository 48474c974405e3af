import type { Readable } from "node:stream"
import { StringDecoder } from "node:string_decoder"
import sax from "sax"

/** What a reader of XML wants to hear of. Names come without their namespace prefix. */
export type TagListener = Readonly<{
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  text: (text: string) => void
  close: (name: string) => void
}>

/** Parses XML as it arrives; yields after every piece, so that the caller can hand on what the listener has gathered. */
export async function* parseXml(stream: Readable, listener: TagListener): AsyncGenerator<void> {
  const parser = sax.parser(true, { position: false })
  let fault: Error | undefined
  parser.onerror = (error) => {
    fault = error
  }
  parser.onopentag = (tag) => listener.open(localName(tag.name), (tag as sax.Tag).attributes)
  parser.ontext = listener.text
  parser.oncdata = listener.text
  parser.onclosetag = (name) => listener.close(localName(name))
  const decoder = new StringDecoder("utf8")
  for await (const bytes of stream) {
    parser.write(decoder.write(bytes as Buffer))
    if (fault) throw fault
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
