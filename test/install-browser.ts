import { spawnSync } from "node:child_process"
import { findChromium } from "./support/chromium.ts"

const packages = ["chromium", "fonts-noto-core"]

/** Undefined when there is a browser now; otherwise the sentence that says what to install. */
export const installBrowser = (): string | undefined => {
  if (findChromium() !== undefined) return undefined
  if (process.getuid?.() === 0 && apt("update")) {
    console.log(`installing ${packages.join(" and ")} with apt-get, for the tests in a browser`)
    apt("install", "-y", "--no-install-recommends", ...packages)
  }
  if (findChromium() !== undefined) return undefined
  return "No browser for the end-to-end tests: install Chromium or Google Chrome, or set CHROMIUM_PATH to its program."
}

const apt = (...args: string[]): boolean =>
  spawnSync("apt-get", args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status ===
  0
