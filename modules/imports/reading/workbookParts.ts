import { posix } from "node:path"
import { readXml } from "#platform/archives/xml-tags"
import type { ZipParts } from "#platform/archives/zip-parts"

/** A part that another names: under which id, as what, and where it lies in the archive. */
export type RelatedPart = Readonly<{ id: string; type: string; part: string }>

const usualPart = "xl/workbook.xml"

/** Where the workbook lies: the package says so; what says nothing has it in the usual place. */
export const workbookPart = async (zip: ZipParts): Promise<string | undefined> => {
  const named = (await relatedParts(zip, "")).find(({ type }) => type === "officeDocument")?.part
  const part = named !== undefined && zip.has(named) ? named : usualPart
  return zip.has(part) && !/^(?:word|ppt)\/|\.bin$/i.test(part) ? part : undefined
}

/** What a part names, "" for the package itself. Targets are relative to the part, or begin at the root. */
export const relatedParts = async (zip: ZipParts, part: string): Promise<readonly RelatedPart[]> => {
  const folder = posix.dirname(part)
  const list = posix.join(part === "" ? "" : folder, "_rels", `${posix.basename(part)}.rels`)
  const found: RelatedPart[] = []
  if (!zip.has(list)) return found
  await readXml(await zip.read(list), {
    open: (name, { Id = "", Type = "", Target = "", TargetMode }) => {
      if (name !== "Relationship" || TargetMode === "External") return
      const target = unescaped(Target).replaceAll("\\", "/")
      const place = target.startsWith("/") ? target.slice(1) : posix.join(part === "" ? "" : folder, target)
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), part: posix.normalize(place) })
    },
  })
  return found
}

const unescaped = (target: string): string => {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
