/** White space, controls and backslashes: browsers leave out the ones and read the others as slashes. */
const misread = /[\s\\\p{Cc}\p{Cf}]/u

/**
 * Where somebody may be sent back to after signing in: a path of ours, and never another site's. The one place that says so, for
 * `next` in an address and for every parameter of sign-in that names an address. Undefined where it is none.
 */
export const wayBack = (given: unknown): string | undefined => {
  if (typeof given !== "string" || !given.startsWith("/") || misread.test(given)) return undefined
  const path = given.split(/[?#]/, 1)[0] ?? ""
  // Two slashes begin another site's name, and `/.//` becomes them.
  return path.includes("//") ? undefined : given
}
