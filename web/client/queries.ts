import { QueryClient } from "@tanstack/react-query"
import { Problem } from "./problem.ts"

const mayPass = (error: Error): boolean =>
  error instanceof Problem && (error.status === 0 || error.status === 429 || error.status >= 502)

/** What this tab has read. A refusal is final; only a passing fault is tried again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && mayPass(error),
      refetchOnWindowFocus: true,
    },
  },
})
