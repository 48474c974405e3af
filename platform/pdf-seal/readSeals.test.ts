import { expect, test } from "vitest"
import { hardPaper } from "#platform/documents/paperForTests"
import { openPdf } from "#platform/documents/pdf/pdf"
import { openTypesetter } from "#platform/documents/pdf/typesetter"
import { sealerNamed } from "#test/sealing"
import { derOf } from "./der.ts"
import { placesOf } from "./places.ts"
import { readSeals } from "./readSeals.ts"
import { sealPdf } from "./sealPdf.ts"

/* Files that are made to keep whoever reads them busy, or to be taken for ours. */
const by = await sealerNamed("Nordlicht")
const make = openPdf(openTypesetter())
const pdf = make(hardPaper)
const sealed = Buffer.from(await sealPdf(pdf, by))
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1")

test("of no file at all, of noise, and of a file without signatures there are none", async () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from("%PDF-1.7"), Buffer.alloc(100_000, 0xff), pdf])
    expect(await readSeals(bytes)).toEqual([])
})

test("millions of names, and thousands of holes, take no longer than the file is long", async () => {
  const named = Buffer.from("/ByteRange".repeat(2_000_000))
  expect(await readSeals(named)).toEqual([])
  const hole = `<${"30".repeat(16_000)}>`
  const one = `/ByteRange [0 10 ${10 + hole.length} 20000000]`
  const many = Buffer.alloc(21_000_000, `${one} `)
  many.write(hole, 10, "latin1")
  expect((await readSeals(many)).filter(({ certificate }) => certificate)).toEqual([])
  expect(placesOf(many).length).toBeLessThanOrEqual(32)
})

test("ranges that lead outside, backwards, or over something else than a signature are none", () => {
  const range = /\/ByteRange \[ 0 (\d+) (\d+) (\d+) \]/.exec(text(sealed))
  const [start = 0, end = 0, rest = 0] = (range?.slice(1) ?? []).map(Number)
  expect(placesOf(sealed)).toMatchObject([{ start, end, until: sealed.length }])
  const wide = range?.[0].length ?? 0
  for (const [one, two, three] of [
    [end, start, rest],
    [start, end, rest + 1],
    [start - 1, end, rest],
    [start, end + 1, rest - 1],
    [start, start, rest],
    [0, sealed.length, 0],
    [9_999_999_999, 9_999_999_999, 9_999_999_999],
  ] as const) {
    const changed = Buffer.from(sealed)
    changed.write(
      `/ByteRange [ 0 ${one} ${two} ${three} ]`.padEnd(wide + 10).slice(0, wide + 10),
      range?.index ?? 0,
      "latin1",
    )
    expect(placesOf(changed), `${one} ${two} ${three}`).toEqual([])
  }
})

test("the signature moved to another file is a signature of ours over something else", async () => {
  const other = Buffer.from(await sealPdf(make({ ...hardPaper, title: "Another" }), by))
  const [mine, theirs] = [placesOf(sealed)[0], placesOf(other)[0]]
  if (!mine || !theirs) throw new Error("both are sealed")
  sealed.copy(other, theirs.start, mine.start, mine.end)
  expect(await readSeals(other)).toMatchObject([{ isIntact: false, coversAll: true }])
  expect((await readSeals(other))[0]?.certificate).toBeDefined()
})

test("a certificate of ours beside somebody else's key is nobody's signature", async () => {
  const theirs = await sealerNamed("Somebody else")
  const forged = await sealPdf(pdf, { ...by, key: theirs.key })
  expect(await readSeals(forged)).toEqual([{ certificate: undefined, isIntact: false, coversAll: true }])
})

test("a signature cut, turned over or nested without end is nobody's", async () => {
  const place = placesOf(sealed)[0]
  if (!place) throw new Error("it is sealed")
  const put = async (signature: Buffer) => {
    const changed = Buffer.from(sealed)
    const hex = signature.toString("hex").padEnd(place.end - place.start - 2, "0")
    changed.write(hex, place.start + 1, "latin1")
    return readSeals(changed)
  }
  const own = Buffer.from(by.chain[0] ?? [])
  const nobodys = [{ certificate: undefined, isIntact: false, coversAll: true }]
  expect(await put(Buffer.alloc(8_000, 0x30))).toEqual(nobodys)
  expect(await put(Buffer.from("3080".repeat(4_000), "hex"))).toEqual(nobodys)
  const crowded = Buffer.from(place.signature)
  crowded[crowded.length - 1] = 1
  expect(await put(crowded)).toEqual(nobodys)
  const whole = Buffer.from(derOf(place.signature) ?? [])
  for (let at = 0; at < whole.length; at += 7) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 0x21
    // Bytes that nothing hangs on may change, such as those of the authority; whose it is does not.
    for (const { certificate } of await put(changed)) expect(certificate ?? own).toEqual(own)
  }
})

test("DER is read to a depth that certificates have, and no length is believed that is not there", () => {
  const nested = (depth: number): Buffer => {
    let inner = Buffer.from([0x05, 0x00])
    for (let level = 0; level < depth; level++) inner = Buffer.concat([Buffer.from([0x30, inner.length]), inner])
    return inner
  }
  expect(derOf(nested(20))).toEqual(nested(20))
  expect(derOf(nested(40))).toBeUndefined()
  expect(derOf(Buffer.from([0x30, 0x03, 0x05, 0x00]))).toBeUndefined()
  expect(derOf(Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x00]))).toBeUndefined()
  expect(derOf(Buffer.from([0x30, 0x02, 0x05, 0x01]))).toBeUndefined()
  expect(derOf(Buffer.from([0x1f, 0x81, 0x01, 0x00]))).toBeUndefined()
  expect(derOf(Buffer.alloc(0))).toBeUndefined()
  expect(derOf(Buffer.from([0x05, 0x00, 0xff]))).toEqual(Buffer.from([0x05, 0x00]))
})

test("each signature is read by itself: one that is noise hides none of ours", async () => {
  const place = placesOf(sealed)[0]
  if (!place) throw new Error("it is sealed")
  const emptied = Buffer.from(sealed)
  emptied.fill("0", place.start + 1, place.end - 1)
  const [first, second, ...others] = await readSeals(await sealPdf(emptied, by))
  expect(first).toEqual({ certificate: undefined, isIntact: false, coversAll: false })
  expect(second).toMatchObject({ isIntact: true, coversAll: true })
  expect(others).toEqual([])
})
