import type { speedOf } from "./speed.ts"
import { short, table } from "./table.ts"

const series = (perSecond: number): string => perSecond.toLocaleString("en")
const verdict = (isMet: boolean): string => (isMet ? "met" : "**not met**")

/** How fast it is, and what was aimed at. A section of its own, so that it can be measured anew while nothing else runs. */
export const speedSection = ({
  quiet,
  changed,
  portfolio,
  thousand,
  many,
}: ReturnType<typeof speedOf>): string => `## Speed

One core, processor time; series of 156 weeks. \`npm run bench:drift -- --speed\` measures this section alone.

${table(
  ["measured", "", "aimed at", ""],
  [
    ["quiet series a second", series(quiet), "", ""],
    ["one in ten with a clear fall, dated with its band", series(portfolio), "20,000", verdict(portfolio >= 20_000)],
    ["every one with a clear fall", series(changed), "20,000", verdict(changed >= 20_000)],
    ["segmentation of 1,000 values", `${short(thousand, 1)} ms`, "under 5 ms", verdict(thousand < 5)],
    ["segmentation of 100,000 values", `${short(many, 0)} ms`, "under 2 s", verdict(many < 2000)],
  ],
)}`
