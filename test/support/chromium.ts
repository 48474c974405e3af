import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { type Browser, chromium } from "playwright-core"

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
const macOs = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

/** CHROMIUM_PATH, else the first Chromium or Chrome on the PATH. */
export const findChromium = (): string | undefined => {
  const onPath = (process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [process.env["CHROMIUM_PATH"] ?? "", ...onPath, macOs].find((path) => path !== "" && existsSync(path))
}

/** The system's own browser; it makes no calls home while it runs. */
export const launchChromium = (): Promise<Browser> => {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error("No Chromium or Chrome found: install one, or set CHROMIUM_PATH to its program.")
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] })
}
