import fc from "fast-check"
import { expect, test } from "vitest"
import { wayBack } from "./wayBack.ts"

const ours = "https://keelson.example"

test.each(["/", "/w/nordwind/home", "/portal/demo?show=all#top", "/a?next=//b", "/w/a%2fb"])(
  "%j is a way back",
  (path) => {
    expect(wayBack(path)).toBe(path)
  },
)

test.each([
  [
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\n/evil.example",
  ],
  ["\t//evil.example", " /w", "https://evil.example", "https:evil.example", "javascript:alert(1)", "evil.example", ""],
  ["/.//evil.example", "/a/..//evil.example", "/./\\evil.example", "//user:word@evil.example", "/\u0000/evil.example"],
  ["/\u2028/evil.example", "///evil.example", "/\u00a0/evil.example", "//keelson.example@evil.example"],
])("%j and its like are none", (...given) => {
  for (const path of given) expect([path, wayBack(path)]).toEqual([path, undefined])
})

test("whatever is no text is none", () => {
  for (const given of [undefined, null, 7, ["/w"], { toString: () => "/w" }]) expect(wayBack(given)).toBeUndefined()
})

test("whatever is let through stays with us in a browser's eyes, however it is written", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    "\t",
    "\n",
    "\r",
    " ",
    ".",
    "..",
    "%2f",
    "%5c",
    "%09",
    "@",
    ":",
    "?",
    "#",
    "evil.example",
    "w",
    "\u0000",
    "\u200b",
    "\u3000",
  )
  const written = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
    fc.array(piece, { maxLength: 10 }).map((pieces) => `/${pieces.join("")}`),
  )
  let letThrough = 0
  fc.assert(
    fc.property(written, (given) => {
      const path = wayBack(given)
      if (path === undefined) return
      letThrough++
      for (const base of [ours, `${ours}/sign-in?next=x`]) {
        const at = new URL(path, base)
        expect(at.origin).toBe(ours)
        // Read a second time, as a router does with the path alone.
        expect(new URL(at.pathname + at.search + at.hash, base).origin).toBe(ours)
      }
    }),
    { numRuns: 2_000 },
  )
  expect(letThrough).toBeGreaterThan(20)
})
