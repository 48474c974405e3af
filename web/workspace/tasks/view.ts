const oneOf = <const T extends string>(allowed: readonly [T, ...T[]], value: unknown): T =>
  allowed.find((each) => each === value) ?? allowed[0]

export const whoses = ["mine", "party", "all"] as const
export const states = ["open", "closed", "all"] as const

/** Whose tasks are shown, and which, as the address says it; what makes no sense there falls back. */
export const readView = (raw: Record<string, unknown>) => ({
  whose: oneOf(whoses, raw.whose),
  state: oneOf(states, raw.state),
  sort: oneOf(["sortOn", "-sortOn"], raw.sort),
})
