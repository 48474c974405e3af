import type { Interaction } from "./interactions.ts"
import type { Paint } from "./paint.ts"
import type { Scroll } from "./scroll.ts"

/** What `bench/web.ts` prints. */
export type WebFindings = Readonly<{
  partnerships: number
  rounds: number
  paints: readonly Paint[]
  interactions: readonly Interaction[]
  scrolls: readonly Scroll[]
}>

const row = (...cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(...head), row(...head.map(() => "---")), ...rows.map((cells) => row(...cells))].join("\n")

/** The web's part of docs/benchmarks.md. */
export const webSection = ({ partnerships, rounds, paints, interactions, scrolls }: WebFindings): string =>
  [
    "## Web",
    `The built pages in a headless Chromium without a graphics card, on a processor slowed down four times; the server and its database share the machine. Medians of ${rounds}, each in a browser as cold as on the first day. A page without script, on the same machine, is what nothing costs. Script is counted until the first answer of the page is written, packed with gzip, and whole as it crossed the wire until the page was at rest. Budget: largest paint 1.5 s, 200 kB of script before the answer, layout shift 0.02, an answer in 100 ms, no dropped frames.`,
    table(
      ["page", "largest paint ms", "script before the answer, kB", "all script, kB over the wire", "layout shift"],
      paints.map(({ page, largestPaintMs, scriptKb, wholeKb, layoutShift }) => [
        ...[page, largestPaintMs, scriptKb, wholeKb, layoutShift],
      ]),
    ),
    table(
      ["act", "until painted ms"],
      interactions.map(({ act, ms }) => [act, ms]),
    ),
    `Scrolling 12,000 pixels at 3,000 a second; the portfolio has ${partnerships.toLocaleString("en-US")} partnerships. A frame of the page's own thread counts as dropped for every whole frame in a gap of more than one and a half.`,
    table(
      ["list", "processor slowed down", "frame ms", "dropped", "longest gap ms"],
      scrolls.map(({ list, slower, frameMs, droppedPercent, worstMs }) => [
        list,
        `${slower} x`,
        frameMs,
        `${droppedPercent} %`,
        worstMs,
      ]),
    ),
  ].join("\n\n")
