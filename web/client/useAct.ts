import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import type { Endpoint, OutputOf, RefusalOf } from "#core/endpoint"
import { showDone, showProblem } from "#ui/toast"
import { readAgain } from "./act.ts"
import { type CallOf, call } from "./call.ts"
import type { Problem } from "./problem.ts"
import { keyOf } from "./read.ts"
import { isGivenUp } from "./request.ts"
import { useCallTo } from "./workspace.ts"

/** What the page shows before the server has answered: the kept answer of `read`, changed. */
export type Guess<E extends Endpoint> = {
  read: Endpoint
  change: (shown: never, args: CallOf<E>) => unknown
}

export type ActOptions<E extends Endpoint> = {
  /** Shown at once, taken back when the server refuses. */
  optimistic?: readonly Guess<E>[]
  /** One sentence for the toast; leave it out when the page shows the change itself. */
  done?: (answer: OutputOf<E>) => string
  /** Adds "Undo" to the toast: the act that takes this one back. */
  undo?: (answer: OutputOf<E>, args: CallOf<E>) => Promise<unknown>
  /** A form shows its problem itself and sets this to false. */
  showsProblem?: boolean
  onDone?: (answer: OutputOf<E>) => void
}

/** Does something on the server and reads anew what it changed: `const keep = useAct(reportKept, { done: () => t("kept") })`. */
export const useAct = <E extends Endpoint>(
  endpoint: E,
  options: ActOptions<E> = {},
): UseMutationResult<OutputOf<E>, Problem<RefusalOf<E>>, CallOf<E>> => {
  const queries = useQueryClient()
  const intent = useRef<string | undefined>(undefined)
  const to = useCallTo()

  return useMutation<OutputOf<E>, Problem<RefusalOf<E>>, CallOf<E>, () => void>({
    // The key outlives a failed try and is dropped after a success: pressing the button again is the same intent.
    mutationFn: (args) => {
      intent.current ??= crypto.randomUUID()
      const key = endpoint.method === "POST" ? { idempotencyKey: intent.current } : {}
      return call(endpoint, { ...to, ...key, ...args })
    },
    onMutate: async (args) => {
      const takeBack: (() => void)[] = []
      for (const { read, change } of options.optimistic ?? []) {
        await queries.cancelQueries({ queryKey: keyOf(read) })
        for (const [key, shown] of queries.getQueriesData({ queryKey: keyOf(read) })) {
          if (shown === undefined) continue
          queries.setQueryData(key, change(shown as never, args))
          takeBack.push(() => queries.setQueryData(key, shown))
        }
      }
      return () => {
        for (const each of takeBack) each()
      }
    },
    onSuccess: (answer, args) => {
      intent.current = undefined
      options.onDone?.(answer)
      if (!options.done) return
      const { undo } = options
      showDone(options.done(answer), undo && (() => undo(answer, { ...to, ...args })))
    },
    onError: (problem, _args, takeBack) => {
      takeBack?.()
      if (isGivenUp(problem)) return
      // A refused input is a new intent once it is corrected.
      if (problem.status >= 400 && problem.status < 500) intent.current = undefined
      if (options.showsProblem ?? true) showProblem(problem)
    },
    onSettled: (_answer, _problem, args) => readAgain(endpoint, { ...to, ...args }),
  })
}
