import { mkdir, writeFile } from "node:fs/promises"
import { baselines, verdictsOf } from "./drift/baselines.ts"
import { consortiumTable } from "./drift/consortium.ts"
import { document } from "./drift/document.ts"
import { reliabilityPlot } from "./drift/plots.ts"
import { drawPortfolios } from "./drift/portfolios.ts"
import { ownScores, scoresOf } from "./drift/score.ts"
import { speedOf } from "./drift/speed.ts"
import { tcpdTable } from "./drift/tcpd.ts"
import { keelson, type Verdict } from "./drift/verdicts.ts"

// `npm run bench:drift [-- --quick]`: how well drift is found, on worlds whose truth is known and on real data.
const isQuick = process.argv.includes("--quick")
const seed = 20261123
const count = isQuick ? 4 : 12
const portfolios = drawPortfolios(seed, count)
const cases = portfolios.flat()

const own: Verdict[] = []
for (const [i, portfolio] of portfolios.entries()) {
  own.push(...keelson(portfolio, true))
  process.stderr.write(`${i + 1} of ${count} workspaces asked\n`)
}
const rows = [
  { name: "Keelson", scores: scoresOf(own) },
  ...Object.entries(baselines).map(([name, alarms]) => ({ name, scores: scoresOf(verdictsOf(alarms, cases)) })),
]
const text = document({
  isQuick,
  seed,
  rows,
  own: ownScores(own),
  partnerships: cases.length,
  speed: speedOf(),
  tcpd: await tcpdTable(),
  consortium: await consortiumTable(),
})
await mkdir("docs/pictures", { recursive: true })
await writeFile("docs/pictures/drift-reliability.svg", reliabilityPlot(own))
await writeFile("docs/benchmarks-drift.md", text)
process.stdout.write(text)
