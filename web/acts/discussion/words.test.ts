import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { mentionedIn, nameAt, piecesOf } from "./words.ts"

/** Any code point; made here, because the library's own table of them takes long to build. */
const anySign = fc.nat({ max: 0x10ffff }).map((point) => String.fromCodePoint(point))
const links = (body: string) => piecesOf(body, []).flatMap(({ kind, text }) => (kind === "link" ? [text] : []))

describe("links", () => {
  test.each([
    ["see https://example.com/a?b=c#d.", ["https://example.com/a?b=c#d"]],
    ["(https://example.com/wiki/A_(b))", ["https://example.com/wiki/A_(b)"]],
    ["“https://example.com”, and http://b.example!", ["https://example.com", "http://b.example"]],
    ["javascript:alert(1) data:text/html,x vbscript:x //evil.example", []],
    ["https://bank.example@evil.example/login", []],
    ["https:// http:///", []],
    ['https://example.com/"onmouseover="alert(1)', ["https://example.com/"]],
    ["https://example.com/\u202egpj.exe", ["https://example.com/"]],
    ["HTTPS://EXAMPLE.COM/ä", ["HTTPS://EXAMPLE.COM/ä"]],
  ])("%s", (body, expected) => {
    expect(links(body)).toEqual(expected)
  })
})

test("whatever is written comes back whole, piece by piece", () => {
  const body = fc.oneof(
    fc.string({ unit: anySign }),
    fc
      .array(fc.constantFrom("https://a.example/x)", "@Ann", " ", "(", "@Ann Lee", "\n", "é", "."), { maxLength: 12 })
      .map((all) => all.join("")),
  )
  fc.assert(
    fc.property(body, (text) => {
      const pieces = piecesOf(text, ["Ann", "Ann Lee"])
      expect(pieces.map((piece) => piece.text).join("")).toBe(text)
      expect(pieces.filter(({ kind, text: link }) => kind === "link" && !/^https?:\/\//i.test(link))).toEqual([])
    }),
  )
})

describe("mentions", () => {
  const [ann, lee] = [{ name: "Ann" }, { name: "Ann Lee" }]
  test("of two names that fit the longer is meant", () => {
    expect(piecesOf("hi @Ann Lee and @Ann", ["Ann", "Ann Lee"])).toEqual([
      { kind: "words", text: "hi " },
      { kind: "mention", text: "@Ann Lee" },
      { kind: "words", text: " and " },
      { kind: "mention", text: "@Ann" },
    ])
    expect(mentionedIn("hi @Ann Lee", [ann, lee])).toEqual([lee])
  })
  test("whose name was deleted again is not mentioned", () => {
    expect(mentionedIn("hi Ann", [ann, lee])).toEqual([])
  })
  test.each([
    ["hi @An", 6, { from: 3, name: "An" }],
    ["@", 1, { from: 0, name: "" }],
    ["hi @Ann Le", 10, { from: 3, name: "Ann Le" }],
    ["(@Zoë", 5, { from: 1, name: "Zoë" }],
    ["kim@example", 11, undefined],
    ["hi @An", 3, undefined],
    ["@Ann is here", 12, undefined],
  ])("%s at %i", (text, caret, expected) => {
    expect(nameAt(text, caret)).toEqual(expected)
  })
})
