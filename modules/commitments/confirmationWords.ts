import type { LinkLanguage } from "#platform/link"

type Asked = Readonly<{ who: string; title: string }>
type Letter = Asked &
  Readonly<{ to: string; workspace: string; dueOn: string; reportedOn: string; url: string; days: number }>

type Words = Readonly<{
  heading: (asked: Asked) => string
  /** The same once nothing is asked any more. */
  headingOver: (asked: Asked) => string
  terms: Readonly<{ promise: string; clause: string; dueOn: string; reportedOn: string; evidence: string }>
  confirm: string
  dispute: string
  disputeAsks: string
  done: Readonly<Record<string, string>>
  /** By the last that happened to it: what, by whom, when. */
  settled: Readonly<Record<string, (who: string, when: string) => string>>
  /** An activity that was recorded as evidence: its text is read inside. */
  activity: string
  subject: (asked: Asked) => string
  text: (letter: Letter) => string
}>

/** What the mail and the page say that ask somebody to confirm that a promise was kept. */
export const confirmationWords: Readonly<Record<LinkLanguage, Words>> = {
  en: {
    heading: ({ who, title }) => `${who} reports "${title}" as kept. Do you confirm it?`,
    headingOver: ({ who, title }) => `${who}: "${title}"`,
    terms: { promise: "Promise", clause: "Clause", dueOn: "Due", reportedOn: "Kept on", evidence: "Evidence" },
    confirm: "Confirm",
    dispute: "Not as agreed",
    disputeAsks: "What is not as agreed?",
    done: { confirm: "Confirmed by you", dispute: "Contested by you" },
    settled: {
      "commitment.confirmed": (who, when) => `Confirmed by ${who}, ${when}.`,
      "commitment.disputed": (who, when) => `Contested by ${who}, ${when}.`,
      "commitment.waived": (who, when) => `Waived by ${who}, ${when}.`,
      "commitment.re_agreed": (who, when) => `A new date was agreed, recorded by ${who}, ${when}.`,
      "commitment.report_undone": (who, when) =>
        `The report was taken back by ${who}, ${when}. There is nothing to confirm.`,
      other: (who, when) => `Nothing waits for your answer any more: last changed by ${who}, ${when}.`,
    },
    activity: "an activity on record",
    subject: ({ who, title }) => `${who} reports as kept: ${title}`,
    text: ({ to, who, workspace, title, dueOn, reportedOn, url, days }) => `Hello ${to},

${who} reports this promise as kept:

  ${title}
  due ${dueOn}, kept on ${reportedOn}

Do you confirm it? This page shows the evidence and asks you; nothing happens before you press a button there:

${url}

The link works once, for ${days} days, without signing in. It is meant for you: what is pressed there is recorded in your name.

You get this mail because you answer for this partnership in ${workspace}.
`,
  },
  de: {
    heading: ({ who, title }) => `${who} meldet „${title}“ als gehalten. Bestätigen Sie das?`,
    headingOver: ({ who, title }) => `${who}: „${title}“`,
    terms: { promise: "Zusage", clause: "Klausel", dueOn: "Fällig", reportedOn: "Gehalten am", evidence: "Nachweis" },
    confirm: "Bestätigen",
    dispute: "Nicht wie vereinbart",
    disputeAsks: "Was ist nicht wie vereinbart?",
    done: { confirm: "Von Ihnen bestätigt", dispute: "Von Ihnen bestritten" },
    settled: {
      "commitment.confirmed": (who, when) => `Bestätigt von ${who}, ${when}.`,
      "commitment.disputed": (who, when) => `Bestritten von ${who}, ${when}.`,
      "commitment.waived": (who, when) => `Erlassen von ${who}, ${when}.`,
      "commitment.re_agreed": (who, when) => `Ein neuer Termin wurde vereinbart, erfasst von ${who}, ${when}.`,
      "commitment.report_undone": (who, when) =>
        `Die Meldung wurde von ${who} zurückgenommen, ${when}. Es gibt nichts zu bestätigen.`,
      other: (who, when) => `Nichts wartet mehr auf Ihre Antwort: zuletzt geändert von ${who}, ${when}.`,
    },
    activity: "eine erfasste Aktivität",
    subject: ({ who, title }) => `${who} meldet als gehalten: ${title}`,
    text: ({ to, who, workspace, title, dueOn, reportedOn, url, days }) => `Guten Tag ${to},

${who} meldet diese Zusage als gehalten:

  ${title}
  fällig ${dueOn}, gehalten am ${reportedOn}

Bestätigen Sie das? Diese Seite zeigt den Nachweis und fragt Sie; nichts geschieht, bevor Sie dort einen Knopf drücken:

${url}

Der Link gilt einmal, ${days} Tage lang, ohne Anmeldung. Er ist für Sie bestimmt: Was dort gedrückt wird, wird in Ihrem Namen festgehalten.

Sie erhalten diese Mail, weil Sie in ${workspace} für diese Partnerschaft verantwortlich sind.
`,
  },
}
