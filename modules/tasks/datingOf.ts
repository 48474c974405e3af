import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import type { Due } from "./contract.ts"
import type { Dating, OffsetUnit } from "./rules.ts"

/** How a task comes by its day, as it is stored; what it is dated after it waits for, too. */
export type StoredDating = Readonly<{
  dating: Dating
  offsetCount: number | null
  offsetUnit: OffsetUnit | null
  follows: Id | null
  dueOn: PlainDate | null
  waitsFor: readonly Id[]
}>

const none = { offsetCount: null, offsetUnit: null, follows: null, dueOn: null } as const

export const datingOf = (due: Due, waitsFor: readonly Id[], hasPlan: boolean): StoredDating | Refusal<"no-start"> => {
  const waits = [...new Set(waitsFor)]
  switch (due.how) {
    case "none":
      return { ...none, dating: "none", waitsFor: waits }
    case "by_hand":
      return { ...none, dating: "by_hand", dueOn: due.dueOn, waitsFor: waits }
    case "after_start":
      if (!hasPlan) return refuse("no-start", { field: "due" })
      return { ...none, dating: "after_start", ...offsetOf(due.offset), waitsFor: waits }
    case "after_task":
      return {
        ...{ ...none, dating: "after_task", ...offsetOf(due.offset), follows: due.task },
        waitsFor: [...new Set([due.task, ...waits])],
      }
  }
}

const offsetOf = ({ count, unit }: { count: number; unit: OffsetUnit }) => ({ offsetCount: count, offsetUnit: unit })
