import { useState } from "react"

/** Runs what a form asks for and keeps what went wrong, until the next try. */
export const useTry = () => {
  const [problem, setProblem] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { run, problem, isBusy }
}
