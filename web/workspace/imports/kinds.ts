/** What a file may hold, in the order in which one brings a workspace to life. */
export const kinds = [
  "partners",
  "people",
  "agreements",
  "objectives",
  "commitments",
  "activities",
  "measurements",
  "deals",
] as const
