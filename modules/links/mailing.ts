import type { System } from "#core/actor"
import { languageOf } from "#core/languages"
import { accountById } from "#platform/accounts"
import type { Mail } from "#platform/mail"
import type { Platform } from "#platform/platform"
import { type Speech, speechIn } from "#platform/texts"
import type { Tx } from "#platform/tx"

/** In whose words it is written: as it was said of them when the link was made, as their account says, or English. */
export const speechTo = async (
  tx: Tx<System>,
  { texts }: Pick<Platform, "texts">,
  { language, userId }: Readonly<{ language: string | null; userId: string | null }>,
): Promise<Speech> => {
  const locale = language ?? (userId === null ? undefined : (await accountById(tx, userId))?.locale)
  return speechIn(texts, languageOf(locale), tx.actor.timeZone)
}

/** Sends it as what a machine wrote; under the same id however often a crash makes us send it, so that it is known as one mail. */
export const sendOnce = async ({ config, mail }: Platform, id: string, letter: Mail): Promise<void> => {
  const { hostname } = new URL(config.publicUrl)
  const headers = { "Message-ID": `<${id}@${hostname}>`, "Auto-Submitted": "auto-generated", ...letter.headers }
  await mail.send({ ...letter, headers })
}
