import { openKeelson } from "#composition"
import { modules } from "#modules-list"
import { readConfig } from "#platform/config"
import { jobsOf } from "#platform/module"

/** Rows that were seeded past the application have no stored figures yet: the job that fills them at every start does it now. */
export const fillFigures = async (folder: string, ownerUrl: string): Promise<void> => {
  const keelson = openKeelson({ config: readConfig({ KEELSON_FOLDER: folder, LOG_LEVEL: "warn" }), ownerUrl })
  try {
    const { platform } = keelson
    const fill = jobsOf(modules, platform.contributed).find(({ name }) => name === "portfolio.turn-day")
    await fill?.run({}, { platform, log: platform.log, signal: new AbortController().signal })
  } finally {
    await keelson.close()
  }
}
