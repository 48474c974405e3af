import type { LinkLanguage } from "#platform/link"

/** What the page of a link says around what the act itself says. */
type Words = Readonly<{
  /** In the title, which previews of messages show: it names nobody and nothing. */
  title: string
  for: (name: string, email: string) => string
  from: (workspace: string) => string
  until: (when: string) => string
  send: string
  newLink: string
  newLinkHint: string
  askedFor: string
  unknown: Readonly<{ heading: string; text: string }>
  expired: Readonly<{ heading: string; text: string }>
  revoked: Readonly<{ heading: string; text: string }>
  replaced: Readonly<{ heading: string; text: string }>
  tooMany: Readonly<{ heading: string; text: string }>
  pressAgain: string
  wordsNeeded: string
  notDone: string
  proof: string
  signIn: string
}>

export const words: Readonly<Record<LinkLanguage, Words>> = {
  en: {
    title: "A question for you",
    for: (name, email) => `For ${name} (${email})`,
    from: (workspace) => `${workspace} asks you through Keelson.`,
    until: (when) => `Good until ${when}. Nothing happens until you press.`,
    send: "Send",
    newLink: "Send me a new link",
    newLinkHint: "It goes to the address the first one was sent to, and nowhere else.",
    askedFor: "If there was such a link, a new one is on its way to the same address.",
    unknown: {
      heading: "This link leads nowhere",
      text: "It may be incomplete, or it is no longer meant for you. Open it from the mail once more.",
    },
    expired: { heading: "This link has expired", text: "For safety it works for a limited time only." },
    revoked: { heading: "This link was taken back", text: "Ask whoever sent it to you." },
    replaced: { heading: "There is a newer link", text: "It was sent to the same address. Use that one." },
    tooMany: { heading: "Too many tries", text: "Wait a minute, then open the link from your mail again." },
    pressAgain: "Not done: this page was open for too long, or the press did not come from it. Please press again.",
    wordsNeeded: "Say in a few words what is not as agreed.",
    notDone: "That could not be done. Please press one of the buttons below.",
    proof: "This binds your company: sign in with the address the mail went to, then open the link again.",
    signIn: "Sign in",
  },
  de: {
    title: "Eine Frage an Sie",
    for: (name, email) => `Für ${name} (${email})`,
    from: (workspace) => `${workspace} fragt Sie über Keelson.`,
    until: (when) => `Gültig bis ${when}. Nichts geschieht, bevor Sie drücken.`,
    send: "Senden",
    newLink: "Neuen Link schicken",
    newLinkHint: "Er geht an die Adresse, an die der erste ging, und nirgends sonst hin.",
    askedFor: "Wenn es einen solchen Link gab, ist ein neuer an dieselbe Adresse unterwegs.",
    unknown: {
      heading: "Dieser Link führt nirgendwohin",
      text: "Er ist unvollständig oder nicht mehr für Sie bestimmt. Öffnen Sie ihn noch einmal aus der Mail.",
    },
    expired: { heading: "Dieser Link ist abgelaufen", text: "Zur Sicherheit gilt er nur begrenzte Zeit." },
    revoked: { heading: "Dieser Link wurde zurückgezogen", text: "Fragen Sie, wer ihn Ihnen geschickt hat." },
    replaced: { heading: "Es gibt einen neueren Link", text: "Er ging an dieselbe Adresse. Verwenden Sie den." },
    tooMany: {
      heading: "Zu viele Versuche",
      text: "Warten Sie eine Minute und öffnen Sie den Link dann noch einmal aus Ihrer Mail.",
    },
    pressAgain:
      "Nicht erledigt: Die Seite war zu lange offen, oder das kam nicht von ihr. Bitte drücken Sie noch einmal.",
    wordsNeeded: "Sagen Sie in wenigen Worten, was nicht wie vereinbart ist.",
    notDone: "Das ging nicht. Bitte drücken Sie einen der Knöpfe unten.",
    proof:
      "Das bindet Ihr Unternehmen: Melden Sie sich mit der Adresse an, an die die Mail ging, und öffnen Sie den Link noch einmal.",
    signIn: "Anmelden",
  },
}
