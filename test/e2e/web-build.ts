import { spawnSync } from "node:child_process"

/** Journeys look at the pages as they are now: the web is built once before the first of them, when its sources changed. */
export const setup = (): void => {
  // Vitest's own NODE_ENV would leave React's development half in what `npm start` serves afterwards.
  const env = { ...process.env, NODE_ENV: "production" }
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bootstrap.mjs", "build"], { encoding: "utf8", env })
  if (status !== 0) throw new Error(`The web could not be built.\n${stdout}${stderr}`)
}
