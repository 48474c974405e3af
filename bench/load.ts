import autocannon from "autocannon"

/** What one server did in one round. */
export type Load = Readonly<{ perSecond: number; p50: number; p99: number }>

export type Aim = Readonly<{
  url: string
  connections: number
  seconds: number
  headers?: Record<string, string>
  requests: readonly Readonly<{ method?: string; path: string; body?: string }>[]
}>

/** Keeps all connections busy for some seconds. Anything but an answer of the 200s ends the bench. */
export const load = (aim: Aim): Promise<Load> =>
  new Promise((resolve, reject) => {
    const times: number[] = []
    const { seconds, ...rest } = aim
    const run = autocannon({ ...rest, duration: seconds }, (fault, result) => {
      const bad =
        fault?.message ?? (result.non2xx + result.errors + result.timeouts > 0 ? JSON.stringify(result) : undefined)
      if (bad !== undefined) return reject(new Error(`${aim.url}${aim.requests[0]?.path}: ${bad}`))
      times.sort((left, right) => left - right)
      const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0
      resolve({ perSecond: times.length / result.duration, p50: at(0.5), p99: at(0.99) })
    })
    // autocannon's own histogram counts whole milliseconds, too coarse for one connection.
    run.on("response", (_client: unknown, _status: number, _bytes: number, milliseconds: number) =>
      times.push(milliseconds),
    )
  })

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The middle round of several, figure by figure. */
export const medianLoad = (loads: readonly Load[]): Load => ({
  perSecond: median(loads.map(({ perSecond }) => perSecond)),
  p50: median(loads.map(({ p50 }) => p50)),
  p99: median(loads.map(({ p99 }) => p99)),
})
