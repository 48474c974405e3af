import { sql } from "./database.ts"
import type { Tx } from "./tx.ts"

/**
 * Reads many things in one transaction without waiting for each other. Where one fails it takes nothing with it: a failed statement
 * ends the transaction for all, so what failed is read again, one after the other, from where the transaction stood before.
 */
export const readEach = async <T>(
  { db }: Tx,
  reads: readonly (() => Promise<T>)[],
): Promise<readonly PromiseSettledResult<T>[]> => {
  const [, ...first] = await Promise.allSettled([
    sql`savepoint before_reads`.execute(db),
    ...reads.map((read) => read()),
  ])
  const answers: PromiseSettledResult<T>[] = []
  for (const [index, read] of reads.entries()) {
    const answer = first[index]
    if (answer?.status === "fulfilled") answers.push(answer)
    else {
      await sql`rollback to savepoint before_reads`.execute(db)
      answers.push(...(await Promise.allSettled([read()])))
    }
  }
  if (answers.at(-1)?.status === "rejected") await sql`rollback to savepoint before_reads`.execute(db)
  return answers
}
