import type { LinkLanguage } from "#platform/link"

type Kind = "re_date" | "waive"
type Asked = Readonly<{ who: string; count: number; kind: Kind }>
type Letter = Asked & Readonly<{ to: string; workspace: string; lines: string; url: string; days: number }>

type Words = Readonly<{
  heading: (asked: Asked) => string
  /** The same once nothing is asked any more. */
  headingOver: (who: string) => string
  /** What is to change: the kind, the day it was due, and the new one. */
  change: (kind: Kind, was: string, becomes: string) => string
  more: string
  moreOf: (count: number) => string
  reason: string
  agree: (count: number) => string
  refuse: string
  refuseAsks: string
  done: Readonly<Record<string, string>>
  over: (who: string, when: string) => string
  subject: (asked: Asked) => string
  text: (letter: Letter) => string
}>

/** What the mail and the page say that ask somebody to agree to a new day or a waiver. */
export const proposalWords: Readonly<Record<LinkLanguage, Words>> = {
  en: {
    heading: ({ who, count, kind }) =>
      kind === "waive"
        ? `${who} asks you to let ${count === 1 ? "a promise" : `${count} promises`} go. Do you agree?`
        : `${who} asks for a new date for ${count === 1 ? "a promise" : `${count} promises`}. Do you agree?`,
    headingOver: (who) => `What ${who} asked you`,
    change: (kind, was, becomes) =>
      kind === "waive" ? `due ${was}: need not be kept this once` : `due ${was}: to be due ${becomes}`,
    more: "And more",
    moreOf: (count) => `${count} more of the same kind`,
    reason: "Reason",
    agree: (count) => (count === 1 ? "Agree" : `Agree to all ${count}`),
    refuse: "Do not agree",
    refuseAsks: "What do you expect instead?",
    done: { agree: "Agreed by you", refuse: "Not agreed by you" },
    over: (who, when) => `Nothing waits for your answer any more: last changed by ${who}, ${when}.`,
    subject: ({ who, count, kind }) =>
      `${who} asks ${kind === "waive" ? "to be let off" : "for a new date"}: ${count === 1 ? "one promise" : `${count} promises`}`,
    text: ({ to, who, workspace, lines, kind, url, days }) => `Hello ${to},

${who} asks you to agree to ${kind === "waive" ? "a waiver" : "a new date"}:

${lines}

Until you agree nothing changes: what was due stays due, and what was missed stays missed. A new date agreed after the day has passed does not take the miss away. This page shows it and asks you; nothing happens before you press a button there:

${url}

The link works once, for ${days} days, without signing in. It is meant for you: what is pressed there is recorded in your name, and can be taken back inside for a day.

You get this mail because you answer for this partnership in ${workspace}.
`,
  },
  de: {
    heading: ({ who, count, kind }) =>
      kind === "waive"
        ? `${who} bittet Sie, ${count === 1 ? "eine Zusage" : `${count} Zusagen`} zu erlassen. Sind Sie einverstanden?`
        : `${who} bittet um einen neuen Termin für ${count === 1 ? "eine Zusage" : `${count} Zusagen`}. Sind Sie einverstanden?`,
    headingOver: (who) => `Worum ${who} Sie bat`,
    change: (kind, was, becomes) =>
      kind === "waive" ? `fällig ${was}: soll dieses Mal entfallen` : `fällig ${was}: neu am ${becomes}`,
    more: "Und weitere",
    moreOf: (count) => `${count} weitere derselben Art`,
    reason: "Grund",
    agree: (count) => (count === 1 ? "Einverstanden" : `Mit allen ${count} einverstanden`),
    refuse: "Nicht einverstanden",
    refuseAsks: "Was erwarten Sie stattdessen?",
    done: { agree: "Von Ihnen vereinbart", refuse: "Von Ihnen abgelehnt" },
    over: (who, when) => `Nichts wartet mehr auf Ihre Antwort: zuletzt geändert von ${who}, ${when}.`,
    subject: ({ who, count, kind }) =>
      `${who} bittet ${kind === "waive" ? "um Erlass" : "um einen neuen Termin"}: ${count === 1 ? "eine Zusage" : `${count} Zusagen`}`,
    text: ({ to, who, workspace, lines, kind, url, days }) => `Guten Tag ${to},

${who} bittet Sie um Ihr Einverständnis zu ${kind === "waive" ? "einem Erlass" : "einem neuen Termin"}:

${lines}

Bis Sie einverstanden sind, ändert sich nichts: Was fällig war, bleibt fällig, und was nicht gehalten wurde, bleibt nicht gehalten. Ein Termin, der erst nach dem Tag neu vereinbart wird, löscht das Versäumnis nicht. Diese Seite zeigt es und fragt Sie; nichts geschieht, bevor Sie dort einen Knopf drücken:

${url}

Der Link gilt einmal, ${days} Tage lang, ohne Anmeldung. Er ist für Sie bestimmt: Was dort gedrückt wird, wird in Ihrem Namen festgehalten und lässt sich angemeldet einen Tag lang zurücknehmen.

Sie erhalten diese Mail, weil Sie in ${workspace} für diese Partnerschaft verantwortlich sind.
`,
  },
}
