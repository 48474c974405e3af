import { crc32, deflateSync } from "node:zlib"
import { expect, test } from "vitest"
import { markData, markFault } from "./marks.ts"

const path = (d: string, width = 160, height = 60) => ({ kind: "path", d, width, height }) as const
/** A PNG of one pixel. */
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
const chunk = (kind: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), data])
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, check])
}
/** A grey point, or what is said to be one. */
const png = ({ width = 1, height = 1, depth = 8, colours = 0, interlace = 0, lines = [0, 0], note = "" }) => {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  size.set([depth, colours, 0, 0, interlace], 8)
  const parts = [
    chunk("IHDR", size),
    ...(note === "" ? [] : [chunk("tEXt", Buffer.from(`Comment\0${note}`))]),
    chunk("IDAT", deflateSync(Buffer.from(lines))),
    chunk("IEND", Buffer.alloc(0)),
  ]
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return { kind: "picture", png: Buffer.concat([head, ...parts]).toString("base64") } as const
}
const drawn = (strokes: readonly (readonly (readonly [number, number])[])[]) => ({ kind: "drawn", strokes }) as const

test("what a person signs with can be drawn", () => {
  expect(markFault({ kind: "typed", text: "佐藤 健太" })).toBeUndefined()
  expect(markFault(path("M10 40 C 30,5 60.5,5 70,40e-1 Z"))).toBeUndefined()
  expect(markFault({ kind: "picture", png: pixel })).toBeUndefined()
  expect(markFault(drawn([[[0, 0]]]))).toBeUndefined()
})

test("nothing that runs, loads or names something gets into a path", () => {
  for (const d of [
    'M0 0" onload="alert(1)',
    "M0 0</path><script>1</script>",
    "url(https://evil.example)",
    "M0 0 &amp; javascript:1",
  ])
    expect(markFault(path(d)), d).toBe("not-drawable")
  expect(() => markData(path('M0 0"/><image href="file:///etc/passwd"/>'))).toThrow("cannot be drawn")
})

test("a picture is a PNG of a size that fits, whatever it says it is", () => {
  expect(markFault({ kind: "picture", png: Buffer.from("<svg onload='x'/>".repeat(4)).toString("base64") })).toBe(
    "not-drawable",
  )
  expect(markFault({ kind: "picture", png: "data:image/png;base64,AAAA" })).toBe("not-drawable")
  expect(markFault({ kind: "picture", png: "A".repeat(600_000) })).toBe("too-large")
  expect(markFault(png({ width: 60_000, height: 60_000 }))).toBe("too-large")
  for (const broken of [
    { width: 0 },
    { depth: 3 },
    { colours: 3 },
    { interlace: 1 },
    { lines: [9, 0] },
    { lines: [0, 0, 0] },
  ])
    expect(markFault(png(broken)), JSON.stringify(broken)).toBe("not-drawable")
  const cut = Buffer.from(pixel, "base64").subarray(0, 50).toString("base64")
  expect(markFault({ kind: "picture", png: cut })).toBe("not-drawable")
})

test("a picture is put on the page without what else was in its file", () => {
  const mark = png({ note: "taken at 52.52, 13.40" })
  expect(Buffer.from(mark.png, "base64").toString("latin1")).toContain("13.40")
  expect(markFault(mark)).toBeUndefined()
  expect(Buffer.from(markData(mark).value as number[]).toString("latin1")).not.toContain("13.40")
})

test("a mark is neither nothing nor without bounds", () => {
  expect(markFault({ kind: "typed", text: "  " })).toBe("empty")
  expect(markFault({ kind: "typed", text: "x".repeat(201) })).toBe("too-large")
  expect(markFault(drawn([[], []]))).toBe("empty")
  expect(markFault(drawn(Array.from({ length: 201 }, () => [[0, 0]])))).toBe("too-large")
  expect(markFault(drawn([[[0, Number.NaN]]]))).toBe("not-drawable")
  expect(markFault(drawn([[[0, 1e9]]]))).toBe("not-drawable")
  expect(markFault(path("M0 0L1 1", 5_000))).toBe("too-large")
  expect(markFault(path("M0 0L1 1", 0))).toBe("not-drawable")
  expect(markFault(path("M0 0 ".repeat(30_000)))).toBe("too-large")
  expect(markFault(path(" "))).toBe("empty")
})

test("strokes are cut to what was drawn, and a dot is a dot", () => {
  expect(markData(drawn([[[500, 500]]])).value).toContain('viewBox="496 496 8 8"')
  expect(markData(drawn([[[500, 500]]])).value).toContain('d="M500 500L500 500"')
})
