import { createContext } from "react"
import type { Terms } from "./clauses.ts"

/** The values that stand in the words of what is being written. */
export const TermValues = createContext<Terms>({})
