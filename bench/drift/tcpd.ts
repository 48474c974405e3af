import { readdir, readFile } from "node:fs/promises"
import { segment } from "#core/changepoint/segment"

const margin = 5

export type TcpdRow = Readonly<{ name: string; cover: number; f1: number; points: number }>

/** Covering and F1 on the Turing Change Point Dataset (van den Burg & Williams 2020): `annotations.json` and `series/*.json` of a folder. */
export const tcpdTable = async (folder: string): Promise<readonly TcpdRow[]> => {
  const read = async (path: string) => JSON.parse(await readFile(`${folder}/${path}`, "utf8"))
  const annotations = (await read("annotations.json")) as Record<string, Record<string, number[]>>
  const names = (await readdir(`${folder}/series`)).map((file) => file.slice(0, -5)).sort()
  return Promise.all(
    names.map(async (name) => {
      const { series } = (await read(`series/${name}.json`)) as { series: { raw: (number | null)[] }[] }
      const rows = series.map(({ raw }) => Float64Array.from(raw, (value) => value ?? Number.NaN))
      const length = rows[0]?.length ?? 0
      const points = segment(rows).points.filter((point) => point > 0 && point < length - 1)
      const people = Object.values(annotations[name] as Record<string, number[]>)
      return { name, cover: covering(people, points, length), f1: f1(people, points), points: points.length }
    }),
  )
}

const pieces = (points: readonly number[], length: number): readonly (readonly [number, number])[] => {
  const cuts = [0, ...points, length]
  return cuts.slice(1).map((end, k) => [cuts[k] as number, end])
}

const covering = (people: readonly number[][], points: readonly number[], length: number): number => {
  const found = pieces(points, length)
  const one = (truth: readonly number[]) =>
    pieces(truth, length).reduce((sum, [a, b]) => {
      const overlaps = found.map(
        ([c, d]) => Math.max(0, Math.min(b, d) - Math.max(a, c)) / (Math.max(b, d) - Math.min(a, c)),
      )
      return sum + (b - a) * Math.max(...overlaps)
    }, 0) / length
  return people.reduce((sum, truth) => sum + one(truth), 0) / people.length
}

const f1 = (people: readonly number[][], points: readonly number[]): number => {
  const found = [0, ...points]
  const all = [...new Set(people.flatMap((truth) => [0, ...truth]))]
  const precision = hits(all, found) / found.length
  const recall = people.reduce((sum, truth) => sum + hits([0, ...truth], found) / (truth.length + 1), 0) / people.length
  return (2 * precision * recall) / (precision + recall)
}

const hits = (truth: readonly number[], found: readonly number[]): number => {
  const free = new Set(found)
  let count = 0
  for (const point of [...truth].sort((a, b) => a - b)) {
    const near = [...free]
      .filter((one) => Math.abs(one - point) <= margin)
      .sort((a, b) => Math.abs(a - point) - Math.abs(b - point))
    if (near[0] === undefined) continue
    free.delete(near[0])
    count++
  }
  return count
}
