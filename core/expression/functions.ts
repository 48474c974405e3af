import { addDays, dayNumber, daysBetween } from "#core/time"
import { ratio, share } from "./share.ts"
import { boolean, date, isSame, type Known, nameOf, number, rate, type Type } from "./types.ts"

/** One function of the language. */
export type Definition = Readonly<{
  /** As the documentation and a complaint write it. */
  takes: string
  /** What it gives for arguments of these types; undefined where it does not take them. */
  gives(args: readonly Type[]): Type | undefined
  /** Its value; undefined where there is none. */
  apply(args: readonly Known[], gives: Type): Known | undefined
  /** Operations beside the one that every node costs. */
  cost?(args: readonly Known[]): number
}>

const kinds =
  (...wanted: readonly Type["kind"][]) =>
  (args: readonly Type[]): boolean =>
    args.length === wanted.length && args.every(({ kind }, at) => kind === wanted[at])
const isText = ({ kind }: Type): boolean => kind === "text" || kind === "choice"
const isAmount = ({ kind }: Type): boolean => kind === "number" || kind === "money" || kind === "rate"
const whenTexts = (args: readonly Type[]) => (args.length === 2 && args.every(isText) ? boolean : undefined)
const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined)
const lengthOf = (args: readonly Known[]): number =>
  args.reduce<number>((sum, each) => sum + (typeof each === "string" || Array.isArray(each) ? each.length : 0), 0)
/** Sixty-four signs are looked at in the time of one operation. */
const byLength = (args: readonly Known[]): number => Math.ceil(lengthOf(args) / 64)

const ofTwoAlike = (args: readonly Type[]): Type | undefined => {
  const [a, b] = args
  if (args.length !== 2 || a === undefined || b === undefined || !isSame(a, b)) return undefined
  return isAmount(a) || a.kind === "date" || a.kind === "instant" ? a : undefined
}
const lesser = (a: Known, b: Known): boolean => (a as number) < (b as number)

/** Every function there is, by its name. What a name of three capitals, `EUR(50)`, gives is money: see literals.ts. */
export const functions: Readonly<Record<string, Definition>> = {
  abs: {
    takes: "a number, money or a rate",
    gives: ([a, more]) => (a && more === undefined && isAmount(a) ? a : undefined),
    apply: ([a]) => (typeof a === "bigint" ? (a < 0n ? -a : a) : Math.abs(a as number)),
  },
  min: { takes: "two values of one kind", gives: ofTwoAlike, apply: ([a = 0, b = 0]) => (lesser(b, a) ? b : a) },
  max: { takes: "two values of one kind", gives: ofTwoAlike, apply: ([a = 0, b = 0]) => (lesser(a, b) ? b : a) },
  size: {
    takes: "a list or a text",
    gives: ([a, more]) => (a && more === undefined && (a.kind === "list" || a.kind === "text") ? number : undefined),
    apply: ([a]) => (typeof a === "string" ? [...a].length : (a as readonly Known[]).length),
    cost: byLength,
  },
  sum: {
    takes: "a list of numbers or of money",
    gives: ([a, more]) => (more === undefined && a?.kind === "list" && isAmount(a.of) ? a.of : undefined),
    apply: ([all], { kind }) =>
      kind === "money"
        ? (all as readonly bigint[]).reduce((sum, each) => sum + each, 0n)
        : finite((all as readonly number[]).reduce((sum, each) => sum + each, 0)),
    cost: lengthOf,
  },
  contains: {
    takes: "two texts",
    gives: whenTexts,
    apply: ([a, b]) => (a as string).includes(b as string),
    cost: byLength,
  },
  startsWith: { takes: "two texts", gives: whenTexts, apply: ([a, b]) => (a as string).startsWith(b as string) },
  endsWith: { takes: "two texts", gives: whenTexts, apply: ([a, b]) => (a as string).endsWith(b as string) },
  daysBetween: {
    takes: "two dates",
    gives: (args) => (kinds("date", "date")(args) ? number : undefined),
    apply: ([a, b]) => daysBetween(a as string, b as string),
  },
  addDays: {
    takes: "a date and a number",
    gives: (args) => (kinds("date", "number")(args) ? date : undefined),
    apply: ([day, days]) => dayAfter(day as string, days as number),
  },
  hoursBetween: {
    takes: "two instants",
    gives: (args) => (kinds("instant", "instant")(args) ? number : undefined),
    apply: ([a, b]) => (Date.parse(b as string) - Date.parse(a as string)) / 3_600_000,
  },
  share: {
    takes: "money and a rate",
    gives: ([a, b, more]) => (more === undefined && a?.kind === "money" && b?.kind === "rate" ? a : undefined),
    apply: ([amount, basisPoints]) => share(amount as bigint, BigInt(basisPoints as number)),
  },
  ratio: {
    takes: "two amounts of money in one currency",
    gives: (args) => (kinds("money", "money")(args) && ofTwoAlike(args) ? rate : undefined),
    apply: ([part, whole]) => {
      const found = ratio(part as bigint, whole as bigint)
      const basisPoints = found === undefined ? undefined : Number(found)
      return Number.isSafeInteger(basisPoints) ? basisPoints : undefined
    },
  },
}

/** The days that can be written: years 1 to 9999. */
const [firstDay, lastDay] = [dayNumber("0001-01-01"), dayNumber("9999-12-31")]

const dayAfter = (day: string, days: number): string | undefined => {
  const at = dayNumber(day) + days
  return Number.isInteger(days) && at >= firstDay && at <= lastDay ? addDays(day, days) : undefined
}

/** "share takes money and a rate" */
export const usageOf = (name: string): string => `${name}: ${functions[name]?.takes ?? ""}`
export const typesOf = (args: readonly Type[]): string => args.map(nameOf).join(", ")
