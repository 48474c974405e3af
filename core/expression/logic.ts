import type { Gap, Unknown } from "./types.ts"

/** A truth of three: what is not known stays so, unless the other side decides by itself (Kleene's strong logic). */
export type Truth = boolean | Unknown

const gapsOf = (...all: readonly Truth[]): Unknown => bothOf(all.filter((each) => typeof each !== "boolean"))

/** What all of these do not know. */
export const bothOf = (all: readonly Unknown[]): Unknown => ({ unknown: unique(all.flatMap(({ unknown }) => unknown)) })

/** Each gap once, so that a list of a thousand unknown things is one reason. */
const unique = (gaps: readonly Gap[]): readonly Gap[] => {
  const keys = new Set<string>()
  return gaps.filter((gap) => {
    const key = gap.why === "missing" ? gap.name : `${gap.why} ${gap.from} ${gap.to}`
    return !keys.has(key) && keys.add(key)
  })
}

/** `false and unknown` is false. */
export const and = (a: Truth, b: Truth): Truth =>
  a === false || b === false ? false : a === true && b === true ? true : gapsOf(a, b)

/** `true or unknown` is true. */
export const or = (a: Truth, b: Truth): Truth =>
  a === true || b === true ? true : a === false && b === false ? false : gapsOf(a, b)

export const not = (a: Truth): Truth => (typeof a === "boolean" ? !a : a)
