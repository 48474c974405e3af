import { deviceName } from "#core/deviceName"
import type { IdentityMails, Notice } from "#platform/identity/letters"
import { type LinkLanguage, linkLanguageOf } from "#platform/link"

/** A name cannot begin a line of its own. */
const oneLine = (name: string): string => name.replaceAll(/\s+/g, " ").trim()

type Words = Readonly<{
  magicLink(url: string): Readonly<{ subject: string; text: string }>
  passwordReset(name: string, url: string): Readonly<{ subject: string; text: string }>
  notices: Readonly<Record<Notice, Readonly<{ subject: string; said: string; otherwise: string }>>>
  notice(name: string, said: string, from: string, otherwise: string): string
  from(device: string, address: string): string
}>

const changeIt =
  "If it was not you, ask for a new password at the sign-in page now: that ends every session. Then tell whoever looks after your workspace."
const aendernSie =
  "Wenn Sie es nicht waren, fordern Sie jetzt auf der Anmeldeseite ein neues Passwort an: Damit enden alle Sitzungen. Sagen Sie es danach denen, die Ihren Arbeitsbereich betreuen."

const words: Readonly<Record<LinkLanguage, Words>> = {
  en: {
    magicLink: (url) => ({
      subject: "Your sign-in link for Keelson",
      text: `Open this link to sign in. It works once, for 15 minutes:\n\n${url}\n\nYou get this because someone asked to sign in with this address. If it was not you, nothing happens unless the link is opened.\n`,
    }),
    passwordReset: (name, url) => ({
      subject: "Choose a new password for Keelson",
      text: `Hello ${name},\n\nopen this link to choose a new password. It works once, for an hour:\n\n${url}\n\nYou get this because someone asked for it with this address. If it was not you, your password stays as it is.\n`,
    }),
    notices: {
      guessed: {
        subject: "Somebody is guessing your Keelson password",
        said: "several wrong passwords in a row were tried for your account. Further tries are slowed down; your password is as it was.",
        otherwise:
          "If it was you, wait a moment or have a sign-in link mailed to you. Browsers you have signed in from before are not held up. If it was not you and your password is used elsewhere too, change it.",
      },
      "new-device": {
        subject: "New sign-in to Keelson",
        said: "your account was signed in to from a browser that we have not seen before.",
        otherwise: `If it was you, there is nothing to do. ${changeIt}`,
      },
      "password-changed": {
        subject: "Your Keelson password was changed",
        said: "the password of your account was changed, and all other sessions were ended.",
        otherwise: changeIt,
      },
      "factor-on": {
        subject: "The second factor of your Keelson account is on",
        said: "every sign-in to your account asks for a code from now on, and all other sessions were ended.",
        otherwise: changeIt,
      },
      "factor-off": {
        subject: "The second factor of your Keelson account is off",
        said: "sign-ins to your account ask for no code any more, and all other sessions were ended.",
        otherwise: changeIt,
      },
      "codes-made-anew": {
        subject: "New recovery codes for your Keelson account",
        said: "new recovery codes were made for your account. The old ones do not work any more.",
        otherwise: changeIt,
      },
    },
    notice: (name, said, from, otherwise) => `Hello ${name},\n\n${said}${from}\n\n${otherwise}\n`,
    from: (device, address) => `\n\nFrom: ${device || "an unknown device"}, address ${address || "unknown"}.`,
  },
  de: {
    magicLink: (url) => ({
      subject: "Ihr Anmeldelink für Keelson",
      text: `Öffnen Sie diesen Link, um sich anzumelden. Er gilt einmal, 15 Minuten lang:\n\n${url}\n\nSie erhalten diese Mail, weil jemand sich mit dieser Adresse anmelden wollte. Wenn Sie das nicht waren, geschieht nichts, solange niemand den Link öffnet.\n`,
    }),
    passwordReset: (name, url) => ({
      subject: "Neues Passwort für Keelson wählen",
      text: `Guten Tag ${name},\n\nöffnen Sie diesen Link, um ein neues Passwort zu wählen. Er gilt einmal, eine Stunde lang:\n\n${url}\n\nSie erhalten diese Mail, weil jemand das mit dieser Adresse angefordert hat. Wenn Sie das nicht waren, bleibt Ihr Passwort, wie es ist.\n`,
    }),
    notices: {
      guessed: {
        subject: "Jemand rät Ihr Keelson-Passwort",
        said: "für Ihr Konto wurden mehrere falsche Passwörter hintereinander versucht. Weitere Versuche werden verlangsamt; Ihr Passwort ist unverändert.",
        otherwise:
          "Wenn Sie es waren, warten Sie einen Augenblick oder lassen Sie sich einen Anmeldelink schicken. Browser, in denen Sie schon angemeldet waren, werden nicht aufgehalten. Wenn Sie es nicht waren und Ihr Passwort auch anderswo gilt, ändern Sie es.",
      },
      "new-device": {
        subject: "Neue Anmeldung bei Keelson",
        said: "bei Ihrem Konto hat sich jemand in einem Browser angemeldet, den wir noch nicht kennen.",
        otherwise: `Wenn Sie es waren, ist nichts zu tun. ${aendernSie}`,
      },
      "password-changed": {
        subject: "Ihr Keelson-Passwort wurde geändert",
        said: "das Passwort Ihres Kontos wurde geändert, und alle anderen Sitzungen wurden beendet.",
        otherwise: aendernSie,
      },
      "factor-on": {
        subject: "Der zweite Faktor Ihres Keelson-Kontos ist eingeschaltet",
        said: "jede Anmeldung bei Ihrem Konto fragt von nun an nach einem Code, und alle anderen Sitzungen wurden beendet.",
        otherwise: aendernSie,
      },
      "factor-off": {
        subject: "Der zweite Faktor Ihres Keelson-Kontos ist ausgeschaltet",
        said: "Anmeldungen bei Ihrem Konto fragen nach keinem Code mehr, und alle anderen Sitzungen wurden beendet.",
        otherwise: aendernSie,
      },
      "codes-made-anew": {
        subject: "Neue Wiederherstellungscodes für Ihr Keelson-Konto",
        said: "für Ihr Konto wurden neue Wiederherstellungscodes gemacht. Die alten gelten nicht mehr.",
        otherwise: aendernSie,
      },
    },
    notice: (name, said, from, otherwise) => `Guten Tag ${name},\n\n${said}${from}\n\n${otherwise}\n`,
    from: (device, address) => `\n\nVon: ${device || "unbekanntem Gerät"}, Adresse ${address || "unbekannt"}.`,
  },
}

/** Letters that let a person in, or say what was done to their account; in their language. Each says why it came. */
export const identityMails: IdentityMails = {
  magicLink: (to, url) => ({ to: to.email, ...words[linkLanguageOf(to.locale)].magicLink(url) }),
  passwordReset: (to, url) => ({
    to: to.email,
    ...words[linkLanguageOf(to.locale)].passwordReset(oneLine(to.name), url),
  }),
  notice: (to, notice, { device, address }) => {
    const { notices, notice: letter, from } = words[linkLanguageOf(to.locale)]
    const { subject, said, otherwise } = notices[notice]
    const place = from(oneLine(deviceName(device)), oneLine(address))
    return { to: to.email, subject, text: letter(oneLine(to.name), said, place, otherwise) }
  },
}
