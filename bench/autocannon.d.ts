declare module "autocannon" {
  import type { EventEmitter } from "node:events"

  type Request = Readonly<{ method?: string; path: string; headers?: Record<string, string>; body?: string }>
  type Options = Readonly<{
    url: string
    connections: number
    /** Seconds. */
    duration: number
    headers?: Record<string, string>
    requests: readonly Request[]
  }>
  type Result = Readonly<{ duration: number; non2xx: number; errors: number; timeouts: number }>
  const autocannon: (options: Options, done: (fault: Error | null, result: Result) => void) => EventEmitter
  export = autocannon
}
