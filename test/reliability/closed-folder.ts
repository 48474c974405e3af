import { spawnSync } from "node:child_process"
import { chmodSync } from "node:fs"
import { afterAll } from "vitest"

/** A folder that takes no writes for a while, also from those that run in it already. */
export type ClosedFolder = Readonly<{ close(): void; open(): void }>

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0
const wait = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
const tries = 20

/** For root every folder is writable that is not mounted for reading only; where nothing may be mounted, the folder's mode says no. */
export const closable = (folder: string): ClosedFolder => {
  let isMounted = false
  let couldMount = false
  const mounted = (): boolean => process.platform === "linux" && run("mount", "--bind", folder, folder)
  const open = (): void => {
    if (isMounted) run("umount", "--lazy", folder)
    else chmodSync(folder, 0o711)
    isMounted = false
  }
  afterAll(open)
  return {
    close: () => {
      isMounted = mounted()
      // What could be mounted before is busy for a moment; its mode alone would close it for nobody who is root.
      for (let tried = 1; !isMounted && couldMount && tried < tries; tried++) {
        wait(250)
        isMounted = mounted()
      }
      couldMount ||= isMounted
      if (couldMount && !isMounted) throw new Error(`${folder} cannot be mounted again`)
      if (!isMounted) return chmodSync(folder, 0o511)
      if (!run("mount", "-o", "remount,bind,ro", folder))
        throw new Error(`${folder} cannot be mounted for reading only`)
      return undefined
    },
    open,
  }
}
