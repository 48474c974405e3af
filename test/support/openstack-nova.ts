import { execFileSync } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Real participation of 29 companies in an open project, 2010 to 2026. */
export const openstackNova = "examples/openstack-nova"

/** The record counted by week, written to a file of its own; answers its path. */
export const weeklyOpenstackNova = (): string => {
  const file = join(mkdtempSync(join(tmpdir(), "keelson-openstack-nova-")), "signals.csv")
  writeFileSync(file, execFileSync(process.execPath, [`${openstackNova}/weekly.mjs`], { maxBuffer: 64 * 1024 * 1024 }))
  return file
}
