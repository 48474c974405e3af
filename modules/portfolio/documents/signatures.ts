import type { Desk } from "#modules/documents"
import type { Agreement } from "./partnershipFacts.ts"

type Signed = Readonly<{ signedOn: string | null; hostSigner: string | null; partnerSigner: string | null }>

/** Who signed and when, as far as it is on file: what nobody knows is called so, and never left out. */
export const signedWords = ({ say, format }: Desk, { signedOn, hostSigner, partnerSigner }: Signed): string => {
  if ((signedOn ?? hostSigner ?? partnerSigner) === null) return say("agreements:signing.notOnFile")
  const unknown = say("agreements:signing.unknown")
  const by = { host: hostSigner ?? unknown, partner: partnerSigner ?? unknown }
  return signedOn === null
    ? say("agreements:signing.undated", by)
    : say("agreements:signing.signed", { ...by, date: format.date(signedOn) })
}

/** What is on file of an agreement beside its dates: its signature, and what is known of its renewal. */
export const onFile = (desk: Desk, agreement: Agreement): string => {
  const { renewal, endsOn } = agreement
  const { say, format } = desk
  const signed = signedWords(desk, agreement)
  if (renewal === "none") return signed
  return format.sentences([signed, say(`agreements:${renewal}`, { date: endsOn === null ? "" : format.date(endsOn) })])
}

/** What the last day of a term is: the end, or the day after which it goes on by itself. */
export const endWord = ({ say }: Desk, autoRenews: boolean): string =>
  say(autoRenews ? "documents:partnership.renews" : "partnership:fact.ends")
