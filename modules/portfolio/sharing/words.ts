import type { LinkLanguage } from "#platform/link"

type Letter = Readonly<{ to: string; workspace: string; partner: string; url: string; days: number }>

type Words = Readonly<{
  heading: (host: string, partner: string) => string
  kept: string
  of: (kept: number, due: number) => string
  noneDue: string
  overdue: string
  atRisk: string
  noRisk: string
  wasDue: (on: string) => string
  due: (on: string) => string
  next: string
  notice: (on: string) => string
  ends: (on: string) => string
  sponsors: string
  noSponsor: string
  note: (host: string, partner: string) => string
  subject: (letter: Letter) => string
  text: (letter: Letter) => string
}>

export const sharingWords: Readonly<Record<LinkLanguage, Words>> = {
  en: {
    heading: (host, partner) => `${host} and ${partner}: where the partnership stands`,
    kept: "Promises kept in the last half year",
    of: (kept, due) => `${kept} of ${due}`,
    noneDue: "none due",
    overdue: "Overdue promises",
    atRisk: "Promises at risk",
    noRisk: "Nothing is overdue, and nothing is due in the next two weeks.",
    wasDue: (on) => `was due ${on}`,
    due: (on) => `due ${on}`,
    next: "Next decision",
    notice: (on) => `Renew, or give notice by ${on}`,
    ends: (on) => `The agreement ends on ${on}`,
    sponsors: "Executive sponsors",
    noSponsor: "nobody",
    note: (host, partner) =>
      `This page shows what ${host} and ${partner} both see of their partnership, as it is at this moment. It holds no notes, no files and no judgement of either side. Whoever has this link can read it: forward it only to whom that is meant for.`,
    subject: ({ workspace, partner }) => `${workspace} and ${partner}: where the partnership stands`,
    text: ({ to, workspace, partner, url, days }) => `Hello ${to},

${workspace} shares with you where its partnership with ${partner} stands: promises kept and at risk, the next decision, who is who. It is read in two minutes, without signing in:

${url}

The link works for ${days} days and always shows the present state. Whoever has it can read that page, and nothing else.`,
  },
  de: {
    heading: (host, partner) => `${host} und ${partner}: wie es um die Partnerschaft steht`,
    kept: "Im letzten halben Jahr gehaltene Zusagen",
    of: (kept, due) => `${kept} von ${due}`,
    noneDue: "keine fällig",
    overdue: "Überfällige Zusagen",
    atRisk: "Gefährdete Zusagen",
    noRisk: "Nichts ist überfällig, und in den nächsten zwei Wochen wird nichts fällig.",
    wasDue: (on) => `war fällig am ${on}`,
    due: (on) => `fällig am ${on}`,
    next: "Nächste Entscheidung",
    notice: (on) => `Verlängern oder bis ${on} kündigen`,
    ends: (on) => `Der Vertrag endet am ${on}`,
    sponsors: "Sponsoren",
    noSponsor: "niemand",
    note: (host, partner) =>
      `Diese Seite zeigt, was ${host} und ${partner} beide von ihrer Partnerschaft sehen, so wie es in diesem Augenblick ist. Sie enthält keine Notizen, keine Dateien und kein Urteil einer der beiden Seiten. Wer diesen Link hat, kann sie lesen: Geben Sie ihn nur an, für wen das bestimmt ist.`,
    subject: ({ workspace, partner }) => `${workspace} und ${partner}: wie es um die Partnerschaft steht`,
    text: ({ to, workspace, partner, url, days }) => `Guten Tag ${to},

${workspace} zeigt Ihnen, wie es um die Partnerschaft mit ${partner} steht: gehaltene und gefährdete Zusagen, die nächste Entscheidung, wer wer ist. Das liest sich in zwei Minuten, ohne Anmeldung:

${url}

Der Link gilt ${days} Tage und zeigt immer den jetzigen Stand. Wer ihn hat, kann diese eine Seite lesen und sonst nichts.`,
  },
}
