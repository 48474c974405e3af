import { deviceName } from "#core/deviceName"
import { languageOf } from "#core/languages"
import { oneLine } from "#core/oneLine"
import type { IdentityMails } from "#platform/identity/letters"
import type { Texts } from "#platform/texts"

/** Letters that let a person in, or say what was done to their account; in their language. Each says why it came. */
export const identityMails = (texts: Texts): IdentityMails => {
  const sayTo = ({ locale }: Readonly<{ locale: string }>) => texts.in(languageOf(locale))
  return {
    magicLink: (to, url) => {
      const say = sayTo(to)
      return {
        to: to.email,
        subject: say("mails:signIn.magicLink.subject"),
        text: say("mails:signIn.magicLink.text", { url }),
      }
    },
    passwordReset: (to, url) => {
      const say = sayTo(to)
      return {
        to: to.email,
        subject: say("mails:signIn.passwordReset.subject"),
        text: say("mails:signIn.passwordReset.text", { name: oneLine(to.name), url }),
      }
    },
    notice: (to, notice, place) => {
      const say = sayTo(to)
      const device = oneLine(deviceName(place.device)) || say("mails:signIn.unknownDevice")
      const address = oneLine(place.address) || say("mails:signIn.unknownAddress")
      const changeIt = say("mails:signIn.changeIt")
      return {
        to: to.email,
        subject: say(`mails:signIn.notice.${notice}.subject`),
        text: say("mails:signIn.letter", {
          name: oneLine(to.name),
          said: say(`mails:signIn.notice.${notice}.said`),
          from: say("mails:signIn.from", { device, address }),
          otherwise: say(`mails:signIn.notice.${notice}.otherwise`, { changeIt }),
        }),
      }
    },
  }
}
