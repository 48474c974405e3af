import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"

/** What a job of the server has done concerns whatever the page has kept: once it is over, all is read anew. */
export const useAfterWork = (isWorking: boolean): void => {
  const queries = useQueryClient()
  const wasWorking = useRef(false)
  useEffect(() => {
    if (wasWorking.current && !isWorking) void queries.invalidateQueries()
    wasWorking.current = isWorking
  }, [isWorking, queries])
}
