import { describe, expect, test } from "vitest"
import { acceptedEndings, decideType } from "./types.ts"

const looked = (fileName: string, mediaType: string | undefined, isText = false, bytes = 100) =>
  decideType({ fileName, bytes, mediaType, isText })

describe("what is accepted", () => {
  test.each([
    ["Vertrag.PDF", "application/pdf", false, "application/pdf"],
    ["a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, undefined],
    ["old.doc", "application/x-cfb", false, "application/msword"],
    ["a.jpg", "image/jpeg", false, "image/jpeg"],
    ["a.csv", undefined, true, "text/plain"],
    ["logo.svg", "application/xml", true, "text/plain"],
    ["BMW.txt", "image/bmp", true, "text/plain"],
    ["a.zip", "application/zip", false, "application/zip"],
  ])("%s whose bytes are %s", (name, mediaType, isText, sentAs) => {
    expect(looked(name, mediaType, isText)).toBe(sentAs ?? mediaType)
  })
})

describe("what is refused", () => {
  test.each([
    ["a program called a PDF", "offer.pdf", "application/x-msdownload", false, "file-not-what-it-says"],
    ["a program called a text", "read.txt", "application/x-msdownload", false, "file-not-what-it-says"],
    ["a page called a picture", "a.png", undefined, true, "file-not-what-it-says"],
    ["a PDF called a picture", "a.png", "application/pdf", false, "file-not-what-it-says"],
    ["a ZIP called a document", "a.docx", "application/zip", false, "file-not-what-it-says"],
    [
      "macros called none",
      "a.docx",
      "application/vnd.ms-word.document.macroenabled.12",
      false,
      "file-not-what-it-says",
    ],
    ["nobody knows what, called a PDF", "a.pdf", undefined, false, "file-not-what-it-says"],
    ["a program", "setup.exe", "application/x-msdownload", false, "file-type-not-accepted"],
    ["a page", "a.html", undefined, true, "file-type-not-accepted"],
    [
      "a document with macros",
      "a.docm",
      "application/vnd.ms-word.document.macroenabled.12",
      false,
      "file-type-not-accepted",
    ],
    ["no ending", "contract", "application/pdf", false, "file-type-not-accepted"],
    ["an ending that every object has", "a.constructor", undefined, true, "file-type-not-accepted"],
  ])("%s", (_what, name, mediaType, isText, refusal) => {
    expect(looked(name, mediaType, isText)).toMatchObject({ refusal })
  })

  test("a file of no bytes, whatever it is called", () => {
    expect(looked("a.txt", undefined, false, 0)).toEqual({ refusal: "file-is-empty" })
  })
})

test("nothing that a program runs by its ending is accepted", () => {
  const run = [
    "exe",
    "bat",
    "cmd",
    "com",
    "js",
    "vbs",
    "ps1",
    "sh",
    "jar",
    "scr",
    "msi",
    "lnk",
    "html",
    "htm",
    "docm",
    "xlsm",
    "hta",
  ]
  expect(run.filter((ending) => acceptedEndings.includes(ending))).toEqual([])
})
