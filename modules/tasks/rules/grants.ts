import type { Id } from "#core/ids"
import type { TaskState } from "./states.ts"

/** What a finished step opens for the partner: that its people may register deals, or something to read at an address. */
export const opened = ["deal_registration", "resource"] as const
export type Opened = (typeof opened)[number]

export type Grant =
  | Readonly<{ opens: "deal_registration" }>
  | Readonly<{ opens: "resource"; name: string; link: string }>

/** What one step may open; more is a page of links. */
export const mostGrants = 10

/** It is open once the step is done: what was left out opens nothing. */
export const isOpened = ({ state }: Readonly<{ state: TaskState }>): boolean => state === "done"

type Granting = Readonly<{ id: Id; title: string; state: TaskState; grants: readonly Grant[] }>

const opens = (what: Opened, { grants }: Granting): boolean => grants.some((grant) => grant.opens === what)

/**
 * Of these, the steps that still keep something closed: none where no step opens it, or where one that does is done. What was left out
 * keeps it closed, too, until somebody opens the step again and does it.
 */
export const keptClosedBy = <Step extends Granting>(what: Opened, steps: readonly Step[]): readonly Step[] => {
  const granting = steps.filter((step) => opens(what, step))
  return granting.some(isOpened) ? [] : granting
}
