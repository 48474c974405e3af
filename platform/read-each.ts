import { sql } from "./database.ts"
import type { Tx } from "./tx.ts"

/** What was read, in the order asked for, and which of it could not be and why. */
export type ReadEach<T> = Readonly<{
  values: T[]
  failed: readonly Readonly<{ index: number; fault: unknown }>[]
}>

/**
 * Reads many things in one transaction without waiting for each other. Where one fails it takes nothing with it: a failed statement
 * ends the transaction for all, so what failed is read again, one after the other, from where the transaction stood before.
 */
export const readEach = async <T>({ db }: Tx, reads: readonly (() => Promise<T>)[]): Promise<ReadEach<T>> => {
  const [, ...answers] = await Promise.allSettled([
    sql`savepoint before_reads`.execute(db),
    ...reads.map((read) => read()),
  ])
  if (answers.every(({ status }) => status === "fulfilled")) return sorted(answers)
  const goBack = () => sql`rollback to savepoint before_reads`.execute(db)
  await goBack()
  for (const [index, read] of reads.entries()) {
    if (answers[index]?.status === "fulfilled") continue
    const [again] = await Promise.allSettled([read()])
    if (again.status === "rejected") await goBack()
    answers[index] = again
  }
  return sorted(answers)
}

const sorted = <T>(answers: readonly PromiseSettledResult<T>[]): ReadEach<T> => ({
  values: answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : [])),
  failed: answers.flatMap((answer, index) => (answer.status === "rejected" ? [{ index, fault: answer.reason }] : [])),
})
