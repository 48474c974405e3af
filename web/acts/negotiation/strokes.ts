type Point = readonly [x: number, y: number]

/** Points of one stroke as a path; one point alone is a dot. */
export const strokePath = (points: readonly Point[]): string => {
  const [first, ...rest] = points
  if (first === undefined) return ""
  const begin = `M${first[0]} ${first[1]}`
  return rest.length === 0 ? `${begin}h1` : `${begin}${rest.map(([x, y]) => `L${x} ${y}`).join("")}`
}

const [sheetWidth, sheetHeight] = [1_000, 300]
const mostPoints = 500
const mostStrokes = 60

type Drawn = Readonly<{ points: readonly Readonly<{ x: number; y: number }>[] }>

/** What was drawn on a field of that size, on the sheet that signatures are kept on: whole numbers inside it, and no more points than it holds. */
export const onSheet = (drawn: readonly Drawn[], { width, height }: Size): [number, number][][] => {
  const scaled = (value: number, size: number, most: number) =>
    Math.max(0, Math.min(most, Math.round((value / Math.max(1, size)) * most)))
  return drawn
    .slice(0, mostStrokes)
    .filter(({ points }) => points.length > 0)
    .map(({ points }) => {
      const every = Math.ceil(points.length / mostPoints)
      return points
        .filter((_, at) => at % every === 0)
        .map(({ x, y }): [number, number] => [scaled(x, width, sheetWidth), scaled(y, height, sheetHeight)])
    })
}

type Size = Readonly<{ width: number; height: number }>

/** The same strokes on a sheet of another size. */
export const resized = <Point extends { x: number; y: number }, Stroke extends { points: Point[] }>(
  drawn: readonly Stroke[],
  from: Size,
  to: Size,
): Stroke[] =>
  drawn.map((stroke) => ({
    ...stroke,
    points: stroke.points.map((point) => ({
      ...point,
      x: from.width === 0 ? point.x : (point.x / from.width) * to.width,
      y: from.height === 0 ? point.y : (point.y / from.height) * to.height,
    })),
  }))
