import type { IdentityMails } from "#platform/identity"

/** Letters that let a person in. Each says why it came. */
export const identityMails: IdentityMails = {
  magicLink: (to, url) => ({
    to,
    subject: "Your sign-in link for Keelson",
    text: `Open this link to sign in. It works once, for 15 minutes:\n\n${url}\n\nYou get this because someone asked to sign in with this address. If it was not you, nothing happens unless the link is opened.\n`,
  }),
  passwordReset: (to, name, url) => ({
    to,
    subject: "Choose a new password for Keelson",
    text: `Hello ${name},\n\nopen this link to choose a new password. It works once, for an hour:\n\n${url}\n\nYou get this because someone asked for it with this address. If it was not you, your password stays as it is.\n`,
  }),
}
