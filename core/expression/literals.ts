import { minorPerMajor } from "#core/money"
import { isPlainDate } from "#core/time"
import type { Node } from "./node.ts"
import { date, instant, type Known, rate, type Type } from "./types.ts"

/** A value that is written out by a function of something written out: `EUR(50)`, `percent(12.5)`, `date("2026-03-31")`. */
export type Written = Readonly<{ type: Type; value: Known }>

/** What has to stand between the brackets, by the name before them; undefined where that is no such name. */
export const literalNamed = (name: string): string | undefined =>
  isCurrency(name)
    ? `an amount in ${name}, written out, with no more decimals than it has`
    : Object.hasOwn(expectations, name)
      ? expectations[name as keyof typeof expectations]
      : undefined

const expectations = {
  percent: "a number with two decimals at most, written out",
  date: 'a day, such as "2026-03-31"',
  instant: 'a moment, such as "2026-03-31T10:00:00Z"',
} as const

const isCurrency = (name: string): boolean => /^[A-Z]{3}$/.test(name)

/** The value, or undefined where what stands between the brackets does not make one. */
export const written = (name: string, args: readonly Node[]): Written | undefined => {
  const value = args.length === 1 ? plain(args[0]) : undefined
  if (isCurrency(name)) {
    const minor = typeof value === "number" ? whole(value, minorPerMajor(name)) : undefined
    return minor === undefined ? undefined : { type: { kind: "money", currency: name }, value: BigInt(minor) }
  }
  if (name === "percent") {
    const basisPoints = typeof value === "number" ? whole(value, 100) : undefined
    return basisPoints === undefined ? undefined : { type: rate, value: basisPoints }
  }
  if (typeof value !== "string") return undefined
  if (name === "date") return isPlainDate(value) ? { type: date, value } : undefined
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? undefined : { type: instant, value: new Date(at).toISOString() }
}

/** A number or a text as it is written, with its sign. */
const plain = (node: Node | undefined): number | string | undefined => {
  if (node?.op === "negative") {
    const value = plain(node.of)
    return typeof value === "number" ? -value : undefined
  }
  return node?.op === "literal" && typeof node.value !== "boolean" ? node.value : undefined
}

/** So many times as much, where that is a whole number but for what a double cannot say. */
const whole = (value: number, times: number): number | undefined => {
  const near = Math.round(value * times)
  return Number.isSafeInteger(near) && Math.abs(value * times - near) <= Math.abs(near) * 1e-12 + 1e-9
    ? near
    : undefined
}
