import { type ReactNode, useDeferredValue } from "react"

/** What is not read first: drawn when what stands before it has been painted. */
export const AfterPaint = ({ children }: { children: ReactNode }) => (useDeferredValue(true, false) ? children : null)
