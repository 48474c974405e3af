/**
 * What a name in an expression can stand for. There is one kind of number, a double, for counts and measures. Money is whole minor
 * units of one currency, a rate whole basis points: neither is a number, so that nothing is rounded unseen and no two currencies meet.
 */
export type Type =
  | Readonly<{ kind: "number" | "boolean" | "text" | "date" | "instant" | "rate" }>
  | Readonly<{ kind: "money"; currency: string }>
  | Readonly<{ kind: "choice"; of: readonly string[] }>
  | Readonly<{ kind: "list"; of: Type }>
  | Readonly<{ kind: "record"; fields: Readonly<Record<string, Type>> }>

/** The names an expression may use, and what each stands for. */
export type Variables = Readonly<Record<string, Type>>

/** A value that is there: a double, a truth, a text (also a choice, a day, a moment), minor units, a list, a record. A rate is a whole number of basis points. */
export type Known =
  | number
  | boolean
  | string
  | bigint
  | readonly Known[]
  | { readonly [field: string]: Known | undefined }

/** Why there is no value: a name nobody has a value for, or arithmetic that has none. */
export type Gap =
  | Readonly<{ why: "missing"; name: string }>
  | Readonly<{ why: "division-by-zero" | "out-of-range"; from: number; to: number }>

/** Not known, and why. Never 0, never false, never empty. */
export type Unknown = Readonly<{ unknown: readonly Gap[] }>
export type Value = Known | Unknown

export const isUnknown = (value: Value): value is Unknown =>
  typeof value === "object" && !Array.isArray(value) && "unknown" in value && Array.isArray(value.unknown)

export const number = { kind: "number" } as const
export const boolean = { kind: "boolean" } as const
export const text = { kind: "text" } as const
export const date = { kind: "date" } as const
export const instant = { kind: "instant" } as const
export const rate = { kind: "rate" } as const

/** In words, for a complaint: "money in EUR". */
export const nameOf = (type: Type): string => {
  switch (type.kind) {
    case "money":
      return `money in ${type.currency}`
    case "choice":
      return `one of ${type.of.join(", ")}`
    case "list":
      return `list of ${nameOf(type.of)}`
    default:
      return type.kind
  }
}

export const isSame = (a: Type, b: Type): boolean => JSON.stringify(a) === JSON.stringify(b)
