import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { startKeelson } from "./child.ts"
import { median } from "./load.ts"

export type Starts = Readonly<{ firstSeconds: number; laterSeconds: number; idleRssMib: number }>

const laterStarts = 3
const idleMs = 5_000

/** From the command to the first answer: in an empty folder, then again; and what an idle web process holds. */
export const measureStarts = async (): Promise<Starts> => {
  const folder = mkdtempSync(join(tmpdir(), "keelson-start-"))
  chmodSync(folder, 0o711) // the database server's own user has to pass
  try {
    const first = await startKeelson({ folder })
    await first.stop()
    const later: number[] = []
    let idleRssMib = 0
    for (let round = 0; round < laterStarts; round++) {
      const keelson = await startKeelson({ folder })
      later.push(keelson.msToReady / 1_000)
      if (round === laterStarts - 1) {
        await sleep(idleMs)
        idleRssMib = keelson.rssMib()
      }
      await keelson.stop()
    }
    return { firstSeconds: first.msToReady / 1_000, laterSeconds: median(later), idleRssMib }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
