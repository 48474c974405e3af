import { canonical } from "#core/canonical"
import { checkExpression } from "#core/expression/check"
import type { SaidReason } from "#core/expression/said"
import { boolean } from "#core/expression/types"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import type { AskedStep, Known, Step } from "./asked.ts"
import type { ApprovalState } from "./words.ts"

/** What the names of a condition speak of in a text, as it stands. */
export type Parts = Readonly<Record<string, unknown>>

/**
 * What of a text a step is about: the terms and clauses that its condition names, and what else it knew of the subject. Undefined where
 * the condition names no part of the text, or there is none: such a step is about the whole, and every new version is asked of it anew.
 */
export const concernOf = (step: Step, parts: Parts, { amount, given, variables }: Known): string | undefined => {
  if (step.condition === undefined) return undefined
  const checked = checkExpression(step.condition, variables, boolean)
  if (isRefusal(checked)) return undefined
  const named = checked.uses.filter((name) => Object.hasOwn(parts, name))
  if (named.length === 0) return undefined
  const known = checked.uses.map((name) => [name, typeof given[name] === "bigint" ? `${given[name]}` : given[name]])
  return canonical({
    parts: Object.fromEntries(named.map((name) => [name, parts[name]])),
    known: Object.fromEntries(known),
    ...(step.from === undefined ? {} : { amount }),
  })
}

/** A step as somebody agreed to it: of which request, and to what. */
export type Agreed = Readonly<{ step: AskedStep; hash: string; concern: string }>

const definitionOf = ({ name, from, condition, userIds, role, post, needs }: Step): string =>
  canonical({ name, from, condition, userIds, role, post, needs })

/** Whether an agreement to a step still stands: the step is what it was, and so is what it is about. */
export const stands = (agreed: Agreed, step: AskedStep, now: Readonly<{ hash: string; concern: string }>): boolean =>
  definitionOf(agreed.step) === definitionOf(step) && (agreed.hash === now.hash || agreed.concern === now.concern)

/** How many steps of a request have agreed to it, from the first on. */
export const stepsAgreed = ({ state, step }: Readonly<{ state: ApprovalState; step: number }>, all: number): number =>
  state === "approved" ? all : step

/** What was seen of the names of a step when it agreed before, where it was something else than now. */
export const seenBefore = (before: AskedStep | undefined, now: AskedStep): SaidReason["seen"] => {
  const seenIn = (step: AskedStep | undefined) => (step?.because?.reasons ?? []).flatMap(({ seen }) => seen)
  const current = new Map(seenIn(now).map(({ name, value }) => [name, canonical(value)]))
  return seenIn(before).filter(({ name, value }) => current.has(name) && current.get(name) !== canonical(value))
}

/** What comes after a text waits until every step that it needs has agreed to it; the refusal names those that have not. */
export const decideApproved = (missing: readonly string[]): true | Refusal<"approval-first"> =>
  missing.length === 0 || refuse("approval-first", { names: missing })

/** A request is answered as long as what it is about lies there: a version that was replaced approves nothing. */
export const decideEdition = (asked: unknown, now: number | undefined): true | Refusal<"version-replaced-since"> =>
  now === undefined || asked === undefined || asked === now || refuse("version-replaced-since", { number: asked, now })
