import { AsyncLocalStorage } from "node:async_hooks"

/**
 * What one request, or a transaction of a job, holds of the database: one connection, and never a second beside it. Whoever holds
 * one and waits for another waits for somebody who may do the same, and twenty of them hold up everybody.
 */
type Holding = { isHeld: boolean; readonly isRequest: boolean }

const holdings = new AsyncLocalStorage<Holding>()

/** Does what one request asks for: all of it together holds one connection at a time. */
export const asOneRequest = <R>(work: () => R): R => holdings.run({ isHeld: false, isRequest: true }, work)

/** Does what needs a connection, and holds it until that is done; throws where the same request holds one already. */
export const holdingOne = async <R>(work: () => Promise<R>): Promise<R> => {
  const holding = holdings.getStore()
  if (!holding) return holdings.run({ isHeld: true, isRequest: false }, work)
  refuseSecond()
  holding.isHeld = true
  try {
    return await work()
  } finally {
    holding.isHeld = false
  }
}

/** Whether this is done for somebody who waits for its answer. */
export const isForRequest = (): boolean => holdings.getStore()?.isRequest === true

/** Throws where the request holds a connection already. */
export const refuseSecond = (): void => {
  if (holdings.getStore()?.isHeld)
    throw new Error("a second connection was asked for while this request holds one: do both in one transaction")
}

/** For a job that tells how far it is while its own transaction is open: a second connection on purpose, which no request gets. */
export const besideItsTransaction = <R>(work: () => R): R => {
  if (holdings.getStore()?.isRequest) refuseSecond()
  return holdings.exit(work)
}
