import { z } from "zod"

/** Refusals that many endpoints share; spread them into a contract's `refusals`. */
export const roleMayNot = {
  "role-may-not": { status: 403, title: "Your role may not do this. Ask an owner or admin of the workspace." },
} as const

export const changedMeanwhile = {
  "changed-meanwhile": { status: 412, title: "Someone changed this since you read it. Look at the new state and try again." },
} as const

/** What the caller may do with a thing: true, or the code of the refusal that the act would meet. */
export const abilityShape = z.union([z.literal(true), z.string()])
export type Ability = true | string
