import type { DatedEvent } from "./finding.ts"

/** What is withdrawn on a day that was named before: that is how versions and products end. */
const withdrawal = /retire|deprecat|sunset|end[ -]of[ -](life|support)/i
const saidSo =
  /\bagreed\b|\b(on|with|after|gave|given|due) notice\b|notice (given|period)|announced .*(before|ahead|in advance)/i
const saidNot =
  /without (any )?(notice|warning)|unannounced|unilateral|at short notice|\b(not|never|nothing|un)[ -]?(agreed|announced)/i

/** Was this act announced and agreed? Who keeps to what was agreed has not let go, whatever follows from it. */
export const isOnNotice = ({ kind, note = "" }: Pick<DatedEvent, "kind" | "note">): boolean => {
  const said = `${kind} ${note}`.replaceAll("_", " ")
  return !saidNot.test(said) && (saidSo.test(said) || withdrawal.test(kind))
}
