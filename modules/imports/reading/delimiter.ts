import { csvRecords } from "./csvRecords.ts"
import { BrokenTable } from "./table.ts"

const candidates = [",", ";", "\t", "|"] as const
const announced = /^sep=(.)\r?\n?$/i

/** The delimiter a file announces in its first line, as Excel does ("sep=;"). */
export const announcedDelimiter = (firstLine: string): string | undefined => announced.exec(firstLine)?.[1]

/**
 * The delimiter that gives most rows the same, largest number of cells: the square of how many rows agree, times how many cells
 * they have. A comma inside amounts or sentences splits unevenly and loses.
 */
export const findDelimiter = async (head: string): Promise<string> => {
  let best: { delimiter: string; score: number } = { delimiter: ",", score: 0 }
  for (const delimiter of candidates) {
    const score = evenness(await widths(head, delimiter))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

const widths = async (head: string, delimiter: string): Promise<number[]> => {
  const found: number[] = []
  try {
    for await (const { cells, problem } of csvRecords(once(head), delimiter)) if (!problem) found.push(cells.length)
  } catch (fault) {
    if (!(fault instanceof BrokenTable)) throw fault
  }
  return found
}

const evenness = (found: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const width of found) counts.set(width, (counts.get(width) ?? 0) + 1)
  let best = 0
  for (const [width, count] of counts)
    if (width > 1) best = Math.max(best, (count / found.length) ** 2 * Math.log2(width + 1))
  return best
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
