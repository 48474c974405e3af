import type { Sample } from "./meter.ts"
import type { Tally } from "./tally.ts"

/** What a soak found. Slopes are by least squares over the second half, in MiB per hour. */
export const reportOf = ({
  minutes,
  samples,
  tally,
  afterwards,
}: Readonly<{ minutes: number; samples: readonly Sample[]; tally: Tally; afterwards: Sample }>) => {
  const secondHalf = samples.filter(({ minute }) => minute >= minutes / 2)
  const most = (of: (sample: Sample) => number) => Math.max(...samples.map(of))
  return {
    minutes,
    statuses: tally.byStatus(),
    sentAwayWithoutRetryAfter: tally.unexplained(),
    p99Milliseconds: tally.p99ByQuarter(),
    minute2: samples.find(({ minute }) => minute >= 2),
    middle: secondHalf[0],
    end: samples.at(-1),
    afterwards,
    rssMibPerHour: slope(secondHalf, ({ rssMib }) => rssMib),
    heapMibPerHour: slope(secondHalf, ({ heapMib }) => heapMib),
    most: {
      rssMib: most(({ rssMib }) => rssMib),
      jobs: most(({ jobs }) => jobs),
      waiting: most(({ waiting }) => waiting),
    },
  }
}

const slope = (samples: readonly Sample[], of: (sample: Sample) => number): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const at = mean(samples.map(({ minute }) => minute))
  const level = mean(samples.map(of))
  const rise = mean(samples.map((sample) => (sample.minute - at) * (of(sample) - level)))
  const spread = mean(samples.map(({ minute }) => (minute - at) ** 2))
  return Math.round((rise / spread) * 60 * 10) / 10
}
