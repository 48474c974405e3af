import { parseArgs } from "node:util"
import { ownScores } from "#bench/drift/ownScore"
import { scoresOf } from "#bench/drift/score"
import { askInProcess, judge, type Verdict, weeksAsked } from "#bench/drift/verdicts"
import { askCommandLine } from "./commandLine.ts"
import { misjudged } from "./list.ts"
import { drawHeldOut, workspaceSize } from "./portfolio.ts"
import { printed } from "./print.ts"
import { lastWeek } from "./wish.ts"

// `node bench/drift/heldOut/run.ts [seed] [count] [--in-process] [--json] [--end-only] [--list]`: a second, held-out generator asks the
// command line as a stranger would. --in-process leaves out files and command, --end-only the askings for false alarms; --list names who was misjudged.
const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    "in-process": { type: "boolean" },
    json: { type: "boolean" },
    "end-only": { type: "boolean" },
    list: { type: "boolean" },
  },
})
const [seed = 1, count = 180] = positionals.map(Number)
const weeks = options["end-only"] ? [lastWeek] : weeksAsked(lastWeek, 8)
const ask = options["in-process"] ? askInProcess : askCommandLine

const workspaces = Array.from({ length: Math.max(1, Math.round(count / workspaceSize)) }, (_, i) =>
  drawHeldOut(seed, i, Math.min(count, workspaceSize)),
)
const start = performance.now()
const verdicts: Verdict[] = []
for (const [i, cases] of workspaces.entries()) {
  const judged = judge(cases, await ask(cases, weeks))
  verdicts.push(...judged)
  if (options.list) process.stderr.write(`${misjudged(cases, judged).join("\n")}\n`)
  process.stderr.write(`${i + 1} of ${workspaces.length} workspaces asked\n`)
}
const millisecondsEach = (performance.now() - start) / verdicts.length / weeks.length
const figures = { seed, partnerships: verdicts.length, millisecondsEach, ...scoresOf(verdicts), ...ownScores(verdicts) }
process.stdout.write(options.json ? `${JSON.stringify(figures, null, 1)}\n` : printed(figures))
