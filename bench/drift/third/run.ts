import { parseArgs } from "node:util"
import { misjudged } from "#bench/drift/heldOut/list"
import { askInProcess, judge, type Verdict, weeksAsked } from "#bench/drift/verdicts"
import { lastWeek } from "./draw.ts"
import { drawThird, workspaceSize } from "./portfolio.ts"
import { printed, thirdScores } from "./score.ts"

// `node bench/drift/third/run.ts [seed] [count] [--end-only] [--list]`: a third generator, whose drifts are falls of middling size one
// after another. 2,000 partnerships are five workspaces. --end-only leaves out the askings for false alarms; --list names who was misjudged.
const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { "end-only": { type: "boolean" }, list: { type: "boolean" } },
})
const [seed = 1, count = 400] = positionals.map(Number)
const weeks = options["end-only"] ? [lastWeek] : weeksAsked(lastWeek, 8)
const verdicts: Verdict[] = []
for (let i = 0; i < Math.max(1, Math.round(count / workspaceSize)); i++) {
  const cases = drawThird(seed, i, Math.min(count, workspaceSize))
  const judged = judge(cases, askInProcess(cases, weeks))
  verdicts.push(...judged)
  if (options.list) process.stderr.write(`${misjudged(cases, judged).join("\n")}\n`)
}
process.stdout.write(printed(thirdScores(verdicts)))
