import type { Money } from "#core/money"
import { isRefusal } from "#core/refusal"
import type { Checked } from "./check.ts"
import { evaluate, type Given } from "./evaluate.ts"
import { isUnknown, type Known, type Type, type Variables } from "./types.ts"
import { reasonsFor } from "./why.ts"

/** A value as it crosses the wire; null is not known. */
export type Said = number | boolean | string | Money | null

/** One reason in words that can be stored and sent: the part of the condition that decided, and what its names stood for. */
export type SaidReason = Readonly<{
  text: string
  seen: readonly Readonly<{ name: string; kind: Type["kind"]; value: Said }>[]
}>

export type SaidAnswer = Readonly<{ answer: "yes" | "no" | "unknown"; reasons: readonly SaidReason[] }>

/** What a checked condition answers, and why; undefined where it costs too much to be asked. */
export const answerOf = (checked: Checked, given: Given, variables: Variables): SaidAnswer | undefined => {
  const result = evaluate(checked, given)
  if (isRefusal(result)) return undefined
  const { value, explanation } = result
  const reasons = reasonsFor(explanation, checked.source).map(({ text, seen }) => ({
    text,
    seen: seen.map(({ name, value: of }) => {
      const type = variables[name]
      return { name, kind: type?.kind ?? ("text" as const), value: isUnknown(of) ? null : plain(of, type) }
    }),
  }))
  return { answer: isUnknown(value) ? "unknown" : value === true ? "yes" : "no", reasons }
}

const plain = (value: Known, type: Type | undefined): Said =>
  typeof value === "bigint"
    ? { amountMinor: Number(value), currency: type?.kind === "money" ? type.currency : "" }
    : typeof value === "object"
      ? Array.isArray(value) && value.every((each) => typeof each === "string")
        ? value.join(", ")
        : JSON.stringify(value)
      : value
