import type { Command } from "commander"
import { openKeelson } from "#composition"
import { demoAccount, demoPartner, demoPassword, givePasswords } from "#demo"
import type { Platform } from "#platform/platform"
import { withOwner } from "./withOwner.ts"

/** `keelson demo`: how to sign in to the demo, and the end of that. */
export const register = (program: Command): void => {
  const demo = program.command("demo").description("how to sign in to the demo, and the end of that")
  demo
    .command("password")
    .description("give the demo's people this installation's password, end their sessions, and print it")
    .action(() =>
      withDemo(async (platform) => {
        const password = demoPassword(platform.config.secret)
        const people = await givePasswords(platform, password)
        if (people === 0) return "There is no demo here."
        return `Sign in with ${demoAccount.email} or, as a partner, ${demoPartner.email} and the password ${password}`
      }),
    )
  demo
    .command("end")
    .description("let nobody sign in as one of the demo's people any more; the demo itself stays")
    .action(() =>
      withDemo(async (platform) => {
        const people = await givePasswords(platform, undefined)
        return people === 0 ? "There is no demo here." : `Nobody can sign in as one of the demo's ${people} people now.`
      }),
    )
}

const withDemo = (work: (platform: Platform) => Promise<string>): Promise<void> =>
  withOwner(async ({ config, ownerUrl, say }) => {
    const keelson = openKeelson({ config, ownerUrl })
    try {
      say(await work(keelson.platform))
      return true
    } finally {
      await keelson.close()
    }
  })
