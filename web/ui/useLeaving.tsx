import { useState } from "react"

/** Rows that leave a list at once while the server is told: they are back when it refuses, or when the list read anew still has them. */
export const useLeaving = () => {
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set())
  const leave = async (rows: readonly string[], work: () => Promise<unknown>) => {
    setLeaving((now) => new Set([...now, ...rows]))
    try {
      await work()
    } finally {
      setLeaving((now) => new Set([...now].filter((row) => !rows.includes(row))))
    }
  }
  return { leaving, leave }
}
