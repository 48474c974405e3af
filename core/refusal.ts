/**
 * An expected "no", as a value. A fault (a bug, a lost connection) throws; a refusal is returned, carries a stable
 * code that the endpoint's contract lists, and may name details that help the reader put it right.
 */
export type Refusal<Code extends string = string> = Readonly<{
  refusal: Code
  detail?: Readonly<Record<string, unknown>>
}>

/** Builds a refusal. `detail` is shown to the caller: field names, limits, the conflicting thing. */
export const refuse = <const Code extends string>(
  code: Code,
  detail?: Readonly<Record<string, unknown>>,
): Refusal<Code> => (detail === undefined ? { refusal: code } : { refusal: code, detail })

/** Tells a refusal from any other result. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "refusal" in value && typeof value.refusal === "string"
