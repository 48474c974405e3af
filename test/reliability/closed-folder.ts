import { spawnSync } from "node:child_process"
import { chmodSync } from "node:fs"
import { afterAll } from "vitest"

/** A folder that takes no writes for a while, also from those that run in it already. */
export type ClosedFolder = Readonly<{ close(): void; open(): void }>

/** For root every folder is writable that is not mounted for reading only; where nothing may be mounted, the folder's mode says no. */
export const closable = (folder: string): ClosedFolder => {
  const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0
  let isMounted = false
  const open = (): void => {
    if (isMounted) run("umount", "--lazy", folder)
    else chmodSync(folder, 0o711)
    isMounted = false
  }
  afterAll(open)
  return {
    close: () => {
      isMounted = process.platform === "linux" && run("mount", "--bind", folder, folder)
      if (!isMounted) return chmodSync(folder, 0o511)
      if (!run("mount", "-o", "remount,bind,ro", folder))
        throw new Error(`${folder} cannot be mounted for reading only`)
      return undefined
    },
    open,
  }
}
