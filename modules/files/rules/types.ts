import { extensionOf } from "#core/fileName"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"

/** What a kind of file is sent as, and how its bytes are recognised: by signature, or by being text. */
type Kind = Readonly<{ mediaType: string; signatures: readonly string[] | "text" }>

const bySignature = (mediaType: string, ...also: string[]): Kind => ({ mediaType, signatures: [mediaType, ...also] })
/** All kinds of text are sent as plain text: nothing opens them as a page, a picture or a mail of ours. */
const text: Kind = { mediaType: "text/plain", signatures: "text" }
/** What Office wrote before 2007, and Outlook's mails: one container for all of them. */
const compound = (mediaType: string): Kind => ({ mediaType, signatures: ["application/x-cfb"] })
const office = (name: string) => bySignature(`application/vnd.openxmlformats-officedocument.${name}`)
const openDocument = (name: string) => bySignature(`application/vnd.oasis.opendocument.${name}`)

/** Every ending that is accepted. Programs, scripts with an ending of their own, pages and documents with macros are not. */
const kinds: Readonly<Record<string, Kind>> = {
  pdf: bySignature("application/pdf"),
  docx: office("wordprocessingml.document"),
  xlsx: office("spreadsheetml.sheet"),
  pptx: office("presentationml.presentation"),
  doc: compound("application/msword"),
  xls: compound("application/vnd.ms-excel"),
  ppt: compound("application/vnd.ms-powerpoint"),
  odt: openDocument("text"),
  ods: openDocument("spreadsheet"),
  odp: openDocument("presentation"),
  rtf: bySignature("application/rtf"),
  png: bySignature("image/png", "image/apng"),
  jpg: bySignature("image/jpeg"),
  jpeg: bySignature("image/jpeg"),
  gif: bySignature("image/gif"),
  webp: bySignature("image/webp"),
  heic: bySignature("image/heic", "image/heif"),
  tif: bySignature("image/tiff"),
  tiff: bySignature("image/tiff"),
  zip: bySignature("application/zip"),
  msg: compound("application/vnd.ms-outlook"),
  eml: text,
  txt: text,
  md: text,
  csv: text,
  tsv: text,
  ics: text,
  vcf: text,
  json: text,
  xml: text,
  svg: text,
}

export const acceptedEndings: readonly string[] = Object.keys(kinds)

type Looked = Readonly<{ fileName: string; bytes: number; mediaType: string | undefined; isText: boolean }>

/**
 * What a file is, by its bytes; the ending only has to agree. A text may begin with any letters, also with "BM" or "MZ" that are
 * signatures elsewhere, so that of a text nothing is asked but to be one.
 */
export const decideType = ({
  fileName,
  bytes,
  mediaType,
  isText,
}: Looked): string | Refusal<"file-is-empty" | "file-type-not-accepted" | "file-not-what-it-says"> => {
  const ending = extensionOf(fileName)
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined
  if (kind === undefined) return refuse("file-type-not-accepted", { ending, accepted: acceptedEndings })
  if (bytes === 0) return refuse("file-is-empty")
  const agrees = kind.signatures === "text" ? isText : mediaType !== undefined && kind.signatures.includes(mediaType)
  return agrees ? kind.mediaType : refuse("file-not-what-it-says", { ending, found: mediaType ?? "unknown" })
}
