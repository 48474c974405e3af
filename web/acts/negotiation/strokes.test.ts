import { expect, test } from "vitest"
import { onSheet, resized, strokePath } from "./strokes.ts"

const stroke = (...points: (readonly [number, number])[]) => ({ points: points.map(([x, y]) => ({ x, y })) })

test("what is drawn is kept on one sheet, whatever the size of the field, and never beside it", () => {
  expect(onSheet([stroke([0, 0], [150, 45], [300, 90])], { width: 300, height: 90 })).toEqual([
    [
      [0, 0],
      [500, 150],
      [1_000, 300],
    ],
  ])
  expect(onSheet([stroke([-5, 200])], { width: 300, height: 90 })).toEqual([[[0, 300]]])
  expect(onSheet([stroke()], { width: 300, height: 90 })).toEqual([])
})

test("a long stroke keeps its course with fewer points", () => {
  const long = stroke(...Array.from({ length: 1_200 }, (_, at) => [at / 4, 10] as const))
  const [kept = []] = onSheet([long], { width: 300, height: 90 })
  expect(kept.length).toBeLessThanOrEqual(500)
  expect([kept[0], kept.at(-1)?.[0]]).toEqual([[0, 33], 998])
  expect(
    onSheet(
      Array.from({ length: 80 }, () => stroke([1, 1])),
      { width: 300, height: 90 },
    ),
  ).toHaveLength(60)
})

test("a field that changes its size keeps what was drawn in its place", () => {
  const [turned] = resized([stroke([150, 45])], { width: 300, height: 90 }, { width: 600, height: 180 })
  expect(turned?.points).toEqual([{ x: 300, y: 90 }])
  const [first] = resized([stroke([150, 45])], { width: 0, height: 0 }, { width: 600, height: 180 })
  expect(first?.points).toEqual([{ x: 150, y: 45 }])
})

test("a stroke is a path, and one point alone a dot", () => {
  expect(strokePath([])).toBe("")
  expect(strokePath([[3, 4]])).toBe("M3 4h1")
  expect(
    strokePath([
      [3, 4],
      [5, 6],
    ]),
  ).toBe("M3 4L5 6")
})
