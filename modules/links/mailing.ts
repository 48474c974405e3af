import type { System } from "#core/actor"
import { accountById } from "#platform/accounts"
import { type LinkLanguage, linkLanguageOf } from "#platform/link"
import type { Mail } from "#platform/mail"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"

/** What somebody reads: as it was said of them when the link was made, as their account says, or English. */
export const languageOf = async (
  tx: Tx<System>,
  { language, userId }: Readonly<{ language: string | null; userId: string | null }>,
): Promise<LinkLanguage> =>
  linkLanguageOf(language ?? (userId === null ? undefined : (await accountById(tx, userId))?.locale))

/** Sends it as what a machine wrote; under the same id however often a crash makes us send it, so that it is known as one mail. */
export const sendOnce = async ({ config, mail }: Platform, id: string, letter: Mail): Promise<void> => {
  const { hostname } = new URL(config.publicUrl)
  const headers = { "Message-ID": `<${id}@${hostname}>`, "Auto-Submitted": "auto-generated", ...letter.headers }
  await mail.send({ ...letter, headers })
}
