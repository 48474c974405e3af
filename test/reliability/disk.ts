import { spawnSync } from "node:child_process"
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"

/** A disk of our own that can be filled and emptied. */
export type Disk = Readonly<{ folder: string; fill(): void; free(): void }>

/** A disk of so many megabytes in memory, gone when the test file is done; undefined where this user may mount none. */
export const smallDisk = (megabytes: number): Disk | undefined => {
  const folder = mkdtempSync(join(tmpdir(), "keelson-disk-"))
  const mount = (options: string): boolean =>
    spawnSync("mount", ["-t", "tmpfs", "-o", options, "keelson-test", folder]).status === 0
  if (process.platform !== "linux" || !mount(`size=${megabytes}m,mode=0711`)) {
    rmSync(folder, { recursive: true })
    return undefined
  }
  chmodSync(folder, 0o711) // the database's own user has to pass
  // Hooks run last in, first out: by then everything that was started in the folder has ended.
  afterAll(() => {
    if (spawnSync("umount", [folder]).status !== 0) spawnSync("umount", ["--lazy", folder])
    rmSync(folder, { recursive: true, force: true })
  })
  const filler = join(folder, "filler")
  return {
    folder,
    fill: () => {
      const file = openSync(filler, "a")
      try {
        for (let size = 1024 * 1024; size >= 1024; size /= 4) writeWhileThereIsRoom(file, size)
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler, { force: true }),
  }
}

const writeWhileThereIsRoom = (file: number, size: number): void => {
  const block = Buffer.alloc(size, "x")
  try {
    while (writeSync(file, block) === size);
  } catch (fault) {
    if ((fault as { code?: string }).code !== "ENOSPC") throw fault
  }
}
