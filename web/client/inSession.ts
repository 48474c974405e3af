import { onlineManager } from "@tanstack/react-query"
import { queries } from "./queries.ts"

let session = new AbortController()

/** Ends with the session, or earlier when the caller gives up. */
export const inSession = (signal: AbortSignal | undefined): AbortSignal =>
  signal ? AbortSignal.any([session.signal, signal]) : session.signal

/**
 * Ends the session on the server, after giving up what is on its way and holding back what would still be asked: a
 * request that comes after the end of its session is refused, and would be shown as a fault. When the session could not
 * be ended, the page goes on as it was.
 */
export const endSession = async (end: () => Promise<unknown>): Promise<void> => {
  // Queries and acts that have not begun wait; those that have are given up without a word.
  onlineManager.setOnline(false)
  await queries.cancelQueries()
  session.abort()
  try {
    await end()
  } catch (problem) {
    session = new AbortController()
    onlineManager.setOnline(true)
    throw problem
  }
}
