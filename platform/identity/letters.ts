import type { User } from "#platform/accounts"
import type { Mail } from "#platform/mail"

/** What a person is told of their own account, because somebody else may have done it. */
export type Notice = "guessed" | "new-device" | "password-changed" | "factor-on" | "factor-off" | "codes-made-anew"

/** From where: what the browser calls itself, and its address. */
export type Place = Readonly<{ device: string; address: string }>

/** The letters sign-in needs; the words are the business's. */
export type IdentityMails = Readonly<{
  magicLink(to: User, url: string): Mail
  passwordReset(to: User, url: string): Mail
  notice(to: User, notice: Notice, from: Place): Mail
}>

/**
 * Hands a mail over to be sent; it must not wait for a mail server. Nothing to send is handed over as well, so that whoever asks
 * for a stranger's address waits as long as for a known one.
 */
export type Post = (mail: Mail | undefined) => Promise<void>
