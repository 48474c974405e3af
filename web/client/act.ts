import type { Endpoint, OutputOf } from "#core/endpoint"
import { addressOf, type CallOf, call } from "./call.ts"
import { queries } from "./queries.ts"

/** Reads anew what is on the page and shows something that this act changes; the rest when it is next looked at. */
export const readAgain = <E extends Endpoint>(endpoint: E, args: CallOf<E>): Promise<void> => {
  const { method, changes } = endpoint
  const gone = method === "DELETE" ? addressOf(endpoint, args) : undefined
  return queries.invalidateQueries({
    predicate: ({ meta, queryKey: [, , address] }) =>
      // What was deleted would only be answered with "not found" while its page is being left.
      (meta?.reads?.some((topic) => changes.includes(topic)) ?? false) &&
      !(gone !== undefined && String(address).startsWith(gone)),
  })
}

/** Does something on the server where a component has no state of its own to keep for it; `useAct` everywhere else. */
export const act = async <E extends Endpoint>(endpoint: E, args: CallOf<E>): Promise<OutputOf<E>> => {
  const answer = await call(endpoint, args)
  await readAgain(endpoint, args)
  return answer
}
