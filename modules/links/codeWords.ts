import type { LinkLanguage } from "#platform/link"

type Letter = Readonly<{ subject: string; text: string }>
type Words = Readonly<{
  code: (of: Readonly<{ name: string; workspace: string; code: string }>) => Letter
  locked: (of: Readonly<{ name: string; workspace: string }>) => Letter
}>

/** The mails around a code. The code stands in the text: subjects are read by whoever sees a locked phone. */
export const codeWords: Readonly<Record<LinkLanguage, Words>> = {
  en: {
    code: ({ name, workspace, code }) => ({
      subject: `Your code for ${workspace}`,
      text: `Hello ${name},

this is the code for the page that is open:

  ${code}

Type it there within 10 minutes. Give it to nobody: who has it and the link answers in your name.

You did not ask for it? Then somebody else has the link that was mailed to you. Without this code they can do nothing; there is nothing you must do.
`,
    }),
    locked: ({ name, workspace }) => ({
      subject: `A link of ${workspace} was locked`,
      text: `Hello ${name},

a wrong code was typed five times on the page of a link that was mailed to you. The link is locked, and nothing was done.

Was it you? Open the link again and have a new one sent to you. Was it not? Then somebody has your mail; ${workspace} has been told, too.
`,
    }),
  },
  de: {
    code: ({ name, workspace, code }) => ({
      subject: `Ihr Code für ${workspace}`,
      text: `Guten Tag ${name},

das ist der Code für die Seite, die offen ist:

  ${code}

Geben Sie ihn dort innerhalb von 10 Minuten ein. Geben Sie ihn niemandem: Wer ihn und den Link hat, antwortet in Ihrem Namen.

Sie haben ihn nicht angefordert? Dann hat jemand anderes den Link, der an Sie ging. Ohne diesen Code kann er nichts tun; Sie müssen nichts unternehmen.
`,
    }),
    locked: ({ name, workspace }) => ({
      subject: `Ein Link von ${workspace} wurde gesperrt`,
      text: `Guten Tag ${name},

auf der Seite eines Links, der an Sie ging, wurde fünfmal ein falscher Code eingegeben. Der Link ist gesperrt, und nichts wurde getan.

Waren Sie es? Öffnen Sie den Link noch einmal und lassen Sie sich einen neuen schicken. Waren Sie es nicht? Dann hat jemand Ihre Mail; auch ${workspace} weiß davon.
`,
    }),
  },
}
