import { readFile, stat } from "node:fs/promises"
import type { Command } from "commander"
import { z } from "zod"
import { segment } from "#core/changepoint/segment"
import { whyUnreadable } from "#platform/why-unreadable"

/** `keelson changepoints`: where do the series of a file change? No server, no database. */
export const register = (program: Command): void => {
  program
    .command("changepoints")
    .description("find where series change: the first index (from 0) of every new segment")
    .argument(
      "<series.json>",
      'a file like { "name": { "values": [1, 2, ...] } }, or a file of the Turing Change Point Dataset',
    )
    .option("--format <format>", "json", "json")
    .option("--posterior", "also print, for every index, the probability that a new segment starts there")
    .action(async (path: string, options: { posterior?: boolean }) => {
      const series = await readSeries(path)
      if (typeof series === "string") {
        process.stderr.write(`${series}\n`)
        process.exitCode = 2
        return
      }
      for (const [name, rows] of series)
        if (rows.every((row) => row.every(Number.isNaN))) process.stderr.write(`"${name}" holds no number\n`)
      const found = [...series].map(([name, values]) => [name, present(segment(values), options.posterior)])
      process.stdout.write(`${JSON.stringify(Object.fromEntries(found))}\n`)
    })
}

const present = ({ points, probability, probabilities }: ReturnType<typeof segment>, posterior: boolean | undefined) =>
  posterior ? { points, probability: rounded(probability), probabilities: Array.from(probabilities, rounded) } : points

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

const numbers = z.array(z.number().nullable())
const plain = z.record(z.string(), z.looseObject({ values: z.union([numbers, z.array(numbers)]) }))
const dataset = z.looseObject({ name: z.string(), series: z.array(z.looseObject({ raw: numbers })).min(1) })

/** A file is read whole; this is room for millions of values. */
const mostBytes = 50_000_000

type Series = Map<string, Float64Array[]>

/** The series of a file by name, several rows when it has several dimensions; or one sentence on why it cannot be read. */
const readSeries = async (path: string): Promise<Series | string> => {
  let content: unknown
  try {
    if ((await stat(path)).size > mostBytes)
      return `${path} cannot be read: it is larger than ${mostBytes / 1_000_000} MB. Each series is read by itself: put them into several files.`
    content = JSON.parse(textIn(await readFile(path)))
  } catch (error) {
    return `${path} cannot be read: ${whyUnreadable(error)}`
  }
  const one = dataset.safeParse(content)
  if (one.success) return checked(new Map([[one.data.name, one.data.series.map(({ raw }) => toValues(raw))]]), path)
  const many = plain.safeParse(content)
  if (!many.success) {
    return `${path} cannot be read: expected { "name": { "values": [numbers or null] } } or a file of the Turing Change Point Dataset`
  }
  const rows = (values: z.infer<typeof numbers> | z.infer<typeof numbers>[]) =>
    Array.isArray(values[0]) ? (values as z.infer<typeof numbers>[]) : [values as z.infer<typeof numbers>]
  return checked(
    new Map(Object.entries(many.data).map(([name, { values }]) => [name, rows(values).map(toValues)])),
    path,
  )
}

/** Windows shells write what is redirected into a file as UTF-16. */
const textIn = (bytes: Buffer): string => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8"
  return new TextDecoder(encoding).decode(bytes)
}

const checked = (series: Series, path: string): Series | string => {
  const isNothing = [...series.values()].every((rows) => rows.every((row) => row.every(Number.isNaN)))
  if (isNothing) return `${path} cannot be read: it holds no number`
  for (const [name, rows] of series) {
    if (rows.some((row) => row.length !== rows[0]?.length))
      return `${path} cannot be read: the rows of "${name}" differ in length`
  }
  return series
}

/** Where a series changes does not hang on its unit; squares of numbers that are very large or small are none. */
const [largest, smallest] = [1e100, 1e-100]

const toValues = (values: readonly (number | null)[]): Float64Array => {
  const found = Float64Array.from(values, (value) => value ?? Number.NaN)
  const top = found.reduce((most, value) => (Number.isNaN(value) ? most : Math.max(most, Math.abs(value))), 0)
  if (top === 0 || (top < largest && top > smallest)) return found
  return found.map((value) => value / top)
}
