/** What a file may hold: one kind of thing per file. */
export const importKinds = [
  "partners",
  "people",
  "agreements",
  "objectives",
  "commitments",
  "activities",
  "measurements",
  "deals",
] as const
export type ImportKind = (typeof importKinds)[number]
