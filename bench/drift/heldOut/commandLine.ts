import { execFile } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Case } from "#bench/drift/truth"
import type { Answer, Asking } from "#bench/drift/verdicts"
import { weekFromNumber } from "#core/time"
import { writeFiles } from "./files.ts"

const execute = promisify(execFile)

/** Asks the real command: files in, JSON out, once per day asked for. */
export const askCommandLine = async (cases: readonly Case[], weeks: readonly number[]): Promise<readonly Asking[]> => {
  const folder = await mkdtemp(join(tmpdir(), "keelson-held-out-"))
  try {
    const { signals, events } = await writeFiles(folder, cases)
    const askings: Asking[] = []
    for (const week of weeks) {
      const day = ["--as-of", weekFromNumber(week + 1), "--format", "json"]
      const { stdout } = await execute(
        process.execPath,
        ["main.ts", "drift", "--signals", signals, "--events", events, ...day],
        {
          maxBuffer: 2 ** 28,
        },
      )
      askings.push({ week, answers: inOrder(JSON.parse(stdout) as Answer[], cases) })
    }
    return askings
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The answers in the order of the cases, whatever order they come in. */
const inOrder = (answers: readonly Answer[], cases: readonly Case[]): readonly Answer[] => {
  const byName = new Map(answers.map((answer) => [answer.partnership, answer]))
  return cases.map(({ subject: { partnership } }) => {
    const answer = byName.get(partnership)
    if (answer === undefined) throw new Error(`nothing is said of ${partnership}`)
    return answer
  })
}
