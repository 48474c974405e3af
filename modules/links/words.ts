import type { LinkLanguage } from "#platform/link"

/** What the page of a link says around what the act itself says. */
type Words = Readonly<{
  /** In the title, which previews of messages show: it names nobody and nothing. */
  title: string
  /** The same over a page that only shows something. */
  titleShown: string
  for: (name: string, email: string) => string
  from: (workspace: string) => string
  /** Over a page that only shows something. */
  shows: (workspace: string) => string
  until: (when: string) => string
  readUntil: (when: string) => string
  send: string
  newLink: string
  newLinkHint: string
  askedFor: string
  unknown: Readonly<{ heading: string; text: string }>
  expired: Readonly<{ heading: string; text: string }>
  revoked: Readonly<{ heading: string; text: string }>
  replaced: Readonly<{ heading: string; text: string }>
  locked: Readonly<{ heading: string; text: string }>
  tooMany: Readonly<{ heading: string; text: string }>
  pressAgain: string
  wordsNeeded: string
  notDone: string
  /** Over a page that says nothing of what it is about before somebody has shown who they are. */
  binding: string
  proof: (name: string) => string
  proveFirst: string
  codeSend: string
  codeAgain: string
  codeSent: (email: string) => string
  code: string
  codeSubmit: string
  codeWrong: string
  notYou: (name: string) => string
  settled: string
  signIn: string
}>

export const words: Readonly<Record<LinkLanguage, Words>> = {
  en: {
    title: "A question for you",
    titleShown: "Shared with you",
    for: (name, email) => `For ${name} (${email})`,
    from: (workspace) => `${workspace} asks you through Keelson.`,
    shows: (workspace) => `${workspace} shows you this through Keelson. There is nothing to answer.`,
    readUntil: (when) => `Good until ${when}, or until it is taken back.`,
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
    locked: {
      heading: "This link is locked",
      text: "A wrong code was typed too often. Nothing was done. A new link can be sent, to the same address only.",
    },
    binding: "An answer that binds",
    proof: (name) =>
      `What is pressed here binds your company. We therefore mail a code to the address this link was sent to, and show ${name} what it is about once it is typed in.`,
    proveFirst: "Not done: this binds. Type the code first that is mailed to you.",
    codeSend: "Mail me the code",
    codeAgain: "Mail me another code",
    codeSent: (email) =>
      `A code is on its way to ${email}. It is good for 10 minutes; at most three are sent in an hour. Leave this page open.`,
    code: "Code from the mail (6 digits)",
    codeSubmit: "Continue",
    codeWrong:
      "That is not the code, or it is no longer good. Type the one from the newest mail, or have another sent. After five wrong ones the link is locked.",
    notYou: (name) => `You are not ${name}? Then you cannot answer here, and nothing you do here counts.`,
    settled: "Nothing waits for an answer here any more.",
    signIn: "Sign in instead",
  },
  de: {
    title: "Eine Frage an Sie",
    titleShown: "Mit Ihnen geteilt",
    for: (name, email) => `Für ${name} (${email})`,
    from: (workspace) => `${workspace} fragt Sie über Keelson.`,
    shows: (workspace) => `${workspace} zeigt Ihnen das über Keelson. Es ist nichts zu beantworten.`,
    readUntil: (when) => `Gültig bis ${when}, oder bis er zurückgezogen wird.`,
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
    locked: {
      heading: "Dieser Link ist gesperrt",
      text: "Zu oft wurde ein falscher Code eingegeben. Nichts wurde getan. Ein neuer Link kann geschickt werden, nur an dieselbe Adresse.",
    },
    binding: "Eine bindende Antwort",
    proof: (name) =>
      `Was hier gedrückt wird, bindet Ihr Unternehmen. Darum mailen wir einen Code an die Adresse, an die dieser Link ging, und zeigen ${name}, worum es geht, sobald er eingegeben ist.`,
    proveFirst: "Nicht erledigt: Das ist bindend. Geben Sie zuerst den Code ein, der Ihnen gemailt wird.",
    codeSend: "Code mailen",
    codeAgain: "Noch einen Code mailen",
    codeSent: (email) =>
      `Ein Code ist unterwegs an ${email}. Er gilt 10 Minuten; in einer Stunde werden höchstens drei geschickt. Lassen Sie diese Seite offen.`,
    code: "Code aus der Mail (6 Ziffern)",
    codeSubmit: "Weiter",
    codeWrong:
      "Das ist nicht der Code, oder er gilt nicht mehr. Geben Sie den aus der neuesten Mail ein, oder lassen Sie einen weiteren schicken. Nach fünf falschen wird der Link gesperrt.",
    notYou: (name) => `Sie sind nicht ${name}? Dann können Sie hier nicht antworten, und nichts von hier aus zählt.`,
    settled: "Hier wartet nichts mehr auf eine Antwort.",
    signIn: "Stattdessen anmelden",
  },
}
