/** How many requests a page has on their way at once when it asks several workspaces: what a browser sends to one server, too. */
const most = 6

type Waiting = Readonly<{ lane: string; share: number; start: () => void }>

/**
 * Requests of several workspaces side by side: never more than `most`, of one workspace never more than its share of them. So
 * a workspace that is slow keeps waiting what is its own, and the others come through.
 */
export const makeLanes = () => {
  const busy = new Map<string, number>()
  let waiting: readonly Waiting[] = []
  const runsOf = (lane: string): number => busy.get(lane) ?? 0
  const running = (): number => busy.values().reduce((sum, count) => sum + count, 0)
  const next = (): void => {
    const free = waiting.find(({ lane, share }) => runsOf(lane) < share)
    if (running() >= most || free === undefined) return
    waiting = waiting.filter((each) => each !== free)
    free.start()
    next()
  }
  return async <T>(lane: string, lanes: number, work: () => Promise<T>): Promise<T> => {
    const share = Math.max(1, Math.floor(most / Math.max(1, lanes)))
    await new Promise<void>((start) => {
      waiting = [
        ...waiting,
        {
          ...{ lane, share },
          start: () => {
            busy.set(lane, runsOf(lane) + 1)
            start()
          },
        },
      ]
      next()
    })
    try {
      return await work()
    } finally {
      busy.set(lane, runsOf(lane) - 1)
      next()
    }
  }
}
