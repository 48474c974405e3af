import { functions } from "./functions.ts"
import { nameOf, type Variables } from "./types.ts"

/** The words a condition over these names can be said in, for whoever writes one. */
export const vocabularyOf = (variables: Variables) => ({
  variables: Object.entries(variables).map(([name, type]) => ({ name, type: nameOf(type) })),
  functions: Object.entries(functions).map(([name, { takes }]) => ({ name, takes })),
})
