import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { readXml, type TagListener } from "#platform/archives/xml-tags"
import type { ZipParts } from "#platform/archives/zip-parts"

/** Names of attributes come with their prefix, which every program chooses alike in practice; what another one chooses is found too. */
export const attributeOf = (attributes: Readonly<Record<string, string>>, name: string): string | undefined => {
  const known = attributes[`w:${name}`] ?? attributes[name]
  if (known !== undefined) return known
  return Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1]
}

/** What is on where it is named without a value, or with one that is no "no" (ECMA-376, 17.17.4). */
export const isOn = (attributes: Readonly<Record<string, string>>): boolean =>
  !["0", "false", "off", "none"].includes(attributeOf(attributes, "val") ?? "true")

/** Reads one part; a document type of its own, which could name entities, is a fault. */
export const readPart = async (zip: ZipParts, name: string, listener: Partial<TagListener>): Promise<void> => {
  if (!zip.has(name)) return
  const content = await buffer(await zip.read(name))
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(content.toString("latin1").replaceAll("\0", "")))
    throw new Error("a document type in a part")
  await readXml(Readable.from([content]), listener)
}

const mostRelationBytes = 1_000_000

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1)

/** What a part refers to, by the last word of the relation's kind. */
export const relationsOf = async (zip: ZipParts, part: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const folder = folderOf(part)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (zip.size(name) > mostRelationBytes) throw new Error("more relations than a text has")
  const found = new Map<string, string[]>()
  await readPart(zip, name, {
    open: (tag, { Type = "", Target = "", TargetMode }) => {
      if (tag !== "Relationship" || TargetMode === "External") return
      const kind = Type.slice(Type.lastIndexOf("/") + 1)
      const target = Target.startsWith("/") ? Target.slice(1) : `${folder}${Target}`
      found.set(kind, [...(found.get(kind) ?? []), target])
    },
  })
  return found
}

/** Which styles are headings, whatever they are called in a language: by their own names or by what they are based on. */
export const headingStyles = async (zip: ZipParts, part: string | undefined): Promise<ReadonlyMap<string, 1 | 2>> => {
  const styles = new Map<string, { name: string; basedOn?: string }>()
  let id = ""
  if (part !== undefined)
    await readPart(zip, part, {
      open: (name, attributes) => {
        if (name === "style") {
          id = attributeOf(attributes, "styleId") ?? ""
          styles.set(id, { name: "" })
        }
        const value = attributeOf(attributes, "val") ?? ""
        if (name === "name") styles.set(id, { ...styles.get(id), name: value.toLowerCase() })
        if (name === "basedOn") styles.set(id, { name: "", ...styles.get(id), basedOn: value })
      },
    })
  const levelOf = (style: string, depth = 0): number | undefined => {
    const own = styles.get(style)
    const [, level] = /^heading ?(\d)$/.exec(own?.name ?? style.toLowerCase()) ?? []
    if (level !== undefined) return Number(level)
    return own?.basedOn === undefined || depth > 10 ? undefined : levelOf(own.basedOn, depth + 1)
  }
  return new Map(
    [...styles.keys(), "Heading1", "Heading2"].flatMap((style) => {
      const level = levelOf(style)
      return level === undefined ? [] : [[style, level === 1 ? 1 : 2] as const]
    }),
  )
}

/** Whether a list has numbers, by its number and level. */
export const numberedLists = async (
  zip: ZipParts,
  part: string | undefined,
): Promise<(number: string, level: number) => boolean> => {
  const formats = new Map<string, string>()
  const abstractOf = new Map<string, string>()
  let [abstract, level, number] = ["", "", ""]
  if (part !== undefined)
    await readPart(zip, part, {
      open: (name, attributes) => {
        const value = attributeOf(attributes, "val") ?? ""
        if (name === "abstractNum") [abstract, number] = [attributeOf(attributes, "abstractNumId") ?? "", ""]
        if (name === "num") [number, abstract] = [attributeOf(attributes, "numId") ?? "", ""]
        if (name === "lvl") level = attributeOf(attributes, "ilvl") ?? ""
        if (name === "numFmt" && abstract !== "") formats.set(`${abstract} ${level}`, value)
        if (name === "abstractNumId" && number !== "") abstractOf.set(number, value)
      },
    })
  return (num, at) => !["bullet", "none"].includes(formats.get(`${abstractOf.get(num) ?? ""} ${at}`) ?? "bullet")
}

/** The file's own properties, by name. */
export const propertiesIn = async (zip: ZipParts, part: string | undefined): Promise<ReadonlyMap<string, string>> => {
  const properties = new Map<string, string>()
  let name: string | undefined
  if (part !== undefined)
    await readPart(zip, part, {
      open: (tag, attributes) => {
        if (tag === "property") name = attributes.name
        if (tag === "property" && name !== undefined) properties.set(name, "")
      },
      text: (text) => {
        if (name !== undefined) properties.set(name, `${properties.get(name) ?? ""}${text}`.trim())
      },
      close: (tag) => {
        if (tag === "property") name = undefined
      },
    })
  return properties
}

export type WordComment = Readonly<{ id: string; author: string; text: string }>

export const commentsIn = async (zip: ZipParts, part: string | undefined): Promise<readonly WordComment[]> => {
  const comments: { id: string; author: string; text: string }[] = []
  let isText = false
  if (part !== undefined)
    await readPart(zip, part, {
      open: (name, attributes) => {
        const last = comments.at(-1)
        if (name === "comment")
          comments.push({
            id: attributeOf(attributes, "id") ?? "",
            author: attributeOf(attributes, "author") ?? "",
            text: "",
          })
        else if (last !== undefined && (name === "p" || name === "br") && last.text !== "") last.text += "\n"
        isText = name === "t"
      },
      text: (text) => {
        const last = comments.at(-1)
        if (isText && last !== undefined) last.text += text
      },
      close: () => {
        isText = false
      },
    })
  return comments.map((comment) => ({ ...comment, text: comment.text.trim() }))
}

/** Whether a header or footer says anything: figures of pages do not. */
export const saysSomething = async (zip: ZipParts, part: string): Promise<boolean> => {
  let [said, isText] = ["", false]
  await readPart(zip, part, {
    open: (name) => {
      isText = name === "t" || name === "delText"
      if (name === "drawing" || name === "pict") said += "picture"
    },
    text: (text) => {
      if (isText) said += text
    },
    close: () => {
      isText = false
    },
  })
  return /[\p{L}]/u.test(said)
}
