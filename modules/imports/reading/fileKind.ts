import { fileTypeFromBuffer } from "file-type"
import { refuse } from "#core/refusal"
import { controlShare } from "./controlShare.ts"
import type { TableRefusal } from "./table.ts"

const cfb = Buffer.from("d0cf11e0a1b11ae1", "hex")
const archives = [Buffer.from("PK\u0003\u0004"), Buffer.from("PK\u0005\u0006")]
const encryptedPackage = Buffer.from("EncryptedPackage", "utf16le")
const byteOrderMark = /^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/
const markup = /^\s*(?:<\?xml|<!doctype|<html|<table|<svg|<[a-z]+[\s>])/i
const json = /^\s*(?:\[\s*[[{]|\{\s*")/
const pageLanguage = /^%PDF|^%!PS|^\{\\rtf/

/** Tells by its first bytes whether a file is a workbook, text that may be a table, or something else. The name is not believed. */
export const fileKind = async (head: Buffer): Promise<"workbook" | "text" | TableRefusal> => {
  if (head.subarray(0, 8).equals(cfb))
    return refuse(head.includes(encryptedPackage) ? "locked-workbook" : "old-workbook")
  const start = head.subarray(0, 512).toString("latin1")
  if (archives.some((magic) => head.subarray(0, 4).equals(magic))) return "workbook"
  // Clean text may begin like a binary format: a column named "BMI" is no bitmap.
  if (!byteOrderMark.test(start) && (pageLanguage.test(start) || controlShare(start) > 0)) {
    const type = await fileTypeFromBuffer(head)
    if (type) return refuse("not-a-spreadsheet", { found: type.ext.toUpperCase() })
  }
  const text = start.replace(byteOrderMark, "")
  if (markup.test(text)) return refuse("not-a-spreadsheet", { found: /html|table/i.test(text) ? "HTML" : "XML" })
  if (json.test(text)) return refuse("not-a-spreadsheet", { found: "JSON" })
  return "text"
}
