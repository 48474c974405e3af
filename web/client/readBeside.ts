import type { Endpoint } from "#core/endpoint"
import { type CallOf, call } from "./call.ts"
import { makeLanes } from "./lanes.ts"
import { Problem } from "./problem.ts"
import { readOf } from "./read.ts"

const inLane = makeLanes()

/** Longer nobody waits for one workspace of several. */
const longestMs = 20_000

/**
 * A read of one workspace on a page that asks `lanes` of them: in its turn, and given up when it takes too long, so that one
 * that does not answer is soon said to be missing and holds none of the others.
 */
export const readBeside = <E extends Endpoint>(
  endpoint: E,
  lanes: number,
  args: CallOf<E> & { workspace: string },
) => ({
  ...readOf(endpoint, args),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    inLane(args.workspace, lanes, async () => {
      const tooLong = AbortSignal.timeout(longestMs)
      try {
        return await call(endpoint, { ...args, signal: AbortSignal.any([signal, tooLong]) })
      } catch (problem) {
        throw tooLong.aborted && !signal.aborted ? tookTooLong() : problem
      }
    }),
})

/** Whoever waited so long is not made to wait as long again: it is not tried a second time. */
const tookTooLong = () =>
  new Problem({
    type: "about:blank",
    status: 408,
    code: "unavailable",
    title: "The server is not available right now.",
  })
