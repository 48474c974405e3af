import { serveThread } from "#platform/threads"
import { assessAmong } from "#rules/drift"
import type { Portfolio, Some } from "./assess.ts"

/** Judges some partnerships of a portfolio; the market of a type and week is worked out once per thread. */
serveThread(({ subjects, asOf }: Portfolio) => {
  const assess = assessAmong(subjects, asOf)
  return (some: Some) => some.flatMap((i) => subjects[i] ?? []).map(assess)
})
