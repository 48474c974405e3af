import type { Mark } from "./contract.ts"
import { cleanPng } from "./png.ts"

/** What a mark may be at most: more is no mark of a person. */
const most = { typed: 200, strokes: 200, points: 20_000, path: 100_000, side: 4_000, png: 400_000, pixels: 4_000_000 }

const isNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= 100_000

/** The commands of a path and numbers; nothing that names, loads or runs something. */
const pathSigns = /^[MmLlHhVvCcSsQqTtAaZz0-9eE+\-., \t\n]+$/
const base64 = /^[A-Za-z0-9+/]+={0,2}$/

/** What is wrong with a mark, in a word for machines; undefined where it can be drawn. */
export const markFault = (mark: Mark): "empty" | "too-large" | "not-drawable" | undefined => {
  switch (mark.kind) {
    case "typed":
      return mark.text.trim() === "" ? "empty" : mark.text.length > most.typed ? "too-large" : undefined
    case "drawn": {
      const points = mark.strokes.flat()
      if (points.length === 0) return "empty"
      if (mark.strokes.length > most.strokes || points.length > most.points) return "too-large"
      return points.every((point) => point.length === 2 && point.every(isNumber)) ? undefined : "not-drawable"
    }
    case "path":
      if (mark.d.trim() === "") return "empty"
      if (mark.d.length > most.path || mark.width > most.side || mark.height > most.side) return "too-large"
      return pathSigns.test(mark.d) && mark.width > 0 && mark.height > 0 ? undefined : "not-drawable"
    case "picture":
      return pictureFault(mark.png)
  }
}

const pictureFault = (png: string) => {
  if (png === "") return "empty"
  if (png.length > most.png * 1.4) return "too-large"
  const picture = base64.test(png) ? cleanPng(Buffer.from(png, "base64"), most.pixels) : "not-drawable"
  return typeof picture === "string" ? picture : undefined
}

/** How a mark is put on the page: as letters, as a picture that we wrote ourselves, or as one whose bytes were looked at. */
export const markData = (mark: Mark): Readonly<{ kind: "text" | "svg" | "png"; value: string | readonly number[] }> => {
  const fault = markFault(mark)
  if (fault !== undefined) throw new Error(`a mark that cannot be drawn: ${fault}`)
  switch (mark.kind) {
    case "typed":
      return { kind: "text", value: mark.text.trim() }
    case "drawn":
      return { kind: "svg", value: strokesPicture(mark.strokes) }
    case "path":
      return { kind: "svg", value: picture([0, 0, mark.width, mark.height], mark.d) }
    case "picture":
      return { kind: "png", value: [...cleanPng(Buffer.from(mark.png, "base64"), most.pixels)] as number[] }
  }
}

/** The ink of a pen, dark on whatever paper; as wide as a pen is in a field of that size. */
const picture = ([x, y, width, height]: readonly [number, number, number, number], d: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}"><path d="${d}" fill="none" stroke="#16233a" stroke-width="${Math.max(width / 160, height / 48)}" stroke-linecap="round" stroke-linejoin="round"/></svg>`

/** Cut to what was drawn, so that a small mark in a large field is no dot. */
const strokesPicture = (strokes: Extract<Mark, { kind: "drawn" }>["strokes"]): string => {
  const points = strokes.flat()
  const low = (at: 0 | 1) => points.reduce((least, point) => Math.min(least, point[at]), Number.POSITIVE_INFINITY)
  const high = (at: 0 | 1) => points.reduce((largest, point) => Math.max(largest, point[at]), Number.NEGATIVE_INFINITY)
  const [left, top] = [low(0), low(1)]
  const room = Math.max(4, (high(0) - left) / 40, (high(1) - top) / 20)
  const size = [high(0) - left + 2 * room, high(1) - top + 2 * room] as const
  const rounded = (value: number) => Math.round(value * 100) / 100
  const d = strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) => {
      // A dot is a line of no length with round ends.
      const [first = [0, 0]] = stroke
      const all = stroke.length === 1 ? [first, first] : stroke
      return all.map(([x, y], at) => `${at === 0 ? "M" : "L"}${rounded(x)} ${rounded(y)}`).join("")
    })
    .join("")
  return picture([rounded(left - room), rounded(top - room), rounded(size[0]), rounded(size[1])], d)
}
