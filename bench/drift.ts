import { mkdir, readFile, writeFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { openThreads, threadCount } from "#platform/threads"
import { byAge, suddenFalls } from "./drift/ages.ts"
import { budgetOf } from "./drift/budget.ts"
import { consortiumTable } from "./drift/consortium.ts"
import { consortiumPicture } from "./drift/consortiumPicture.ts"
import { document } from "./drift/document.ts"
import { coveragePlot, reliabilityPlot } from "./drift/plots.ts"
import { limitOf, outcomeOf, type Results } from "./drift/results.ts"
import { speedOf } from "./drift/speed.ts"
import { speedSection } from "./drift/speedSection.ts"
import { tcpdTable } from "./drift/tcpd.ts"
import { thirdScores } from "./drift/third/score.ts"
import type { Generator, Judged, Task } from "./drift/workspace.ts"
import { withSection } from "./report.ts"

// `npm run bench:drift -- [--quick] [--seed 77] [--print] [--tcpd folder] [--speed]`: how well drift is found, on worlds whose truth is known and on real
// data. The seed reported is none that the engine was tuned on (20261123, 7, 11, 12, 31 and 32 of the own worlds, 1 to 7 of the held-out ones, 1 to 9 of the third, 101 of all three).
// --print leaves the page and its pictures alone; --speed measures the speed only and writes its section of the page anew.
const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    print: { type: "boolean", default: false },
    speed: { type: "boolean", default: false },
    seed: { type: "string", default: "77" },
    tcpd: { type: "string" },
  },
})
const page = "docs/benchmarks-drift.md"

const measured = async (): Promise<Results> => {
  const seed = Number(options.seed)
  const count = options.quick ? 3 : 12
  const large = options.quick ? 1 : 3 // workspaces of the third generator, which are large
  const speed = speedOf() // first, while nothing else runs

  const threads = openThreads<null, Task, Judged>(new URL("./drift/thread.ts", import.meta.url), threadCount(), null)
  let asked = 0
  const judge = (generator: Generator, workspaces: number) =>
    Promise.all(
      Array.from({ length: workspaces }, async (_, index) => {
        const judged = await threads.run({ generator, seed, index })
        process.stderr.write(`${++asked} of ${2 * count + large} workspaces asked\n`)
        return judged
      }),
    )
  const asking = [judge("third", large), judge("own", count), judge("heldOut", count)]
  const [ofThird = [], ofOwn = [], ofHeldOut = []] = await Promise.all(asking)
  const [own, heldOut] = [outcomeOf(ofOwn), outcomeOf(ofHeldOut)]
  const third = thirdScores(ofThird.flatMap(({ methods }) => methods["Keelson"] ?? []))
  const budget = {
    "own worlds": budgetOf(own.verdicts),
    "held-out worlds": budgetOf(heldOut.verdicts),
    "third generator": budgetOf(ofThird.flatMap(({ methods }) => methods["Keelson"] ?? [])),
  }
  const limits = {
    "own worlds": limitOf("own", ofOwn),
    "held-out worlds": limitOf("heldOut", ofHeldOut),
    "third generator": limitOf("third", ofThird),
  }
  await threads.close()

  const tcpd = options.tcpd === undefined ? undefined : await tcpdTable(options.tcpd)
  const sudden = byAge(suddenFalls(seed, 40 * count))
  const consortium = await consortiumTable()
  return { isQuick: options.quick, seed, own, heldOut, third, limits, budget, sudden, speed, tcpd, consortium }
}

const writePictures = async ({ own, heldOut, consortium }: Results): Promise<void> => {
  await mkdir("docs/pictures", { recursive: true })
  await writeFile("docs/pictures/drift-reliability.svg", reliabilityPlot(own.verdicts, heldOut.verdicts))
  await writeFile("docs/pictures/drift-coverage.svg", coveragePlot(own, heldOut))
  await writeFile("docs/pictures/drift-consortium.svg", consortiumPicture(consortium))
}

if (options.speed) {
  const section = speedSection(speedOf())
  if (!options.print) await writeFile(page, `${withSection(await readFile(page, "utf8"), section).trimEnd()}\n`)
  process.stdout.write(`${section}\n`)
} else {
  const results = await measured()
  const text = document(results)
  if (!options.print) {
    await writePictures(results)
    await writeFile(page, text)
  }
  process.stdout.write(text)
}
