import { formatIn, localeOf } from "#core/format"
import { languageOf } from "#core/languages"
import type { Instant } from "#core/time"
import type { Certificate, Contract } from "#platform/documents/contract/contract"
import type { ActPlatform } from "#platform/platform"
import type { Speech } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import { beginningWords, noticeParts, renewalWords } from "../contract.ts"
import { type Content, missingConsents, paperStanding, type Terms } from "../rules.ts"
import * as store from "../store.ts"
import { annexesOf } from "./annexes.ts"
import { clausesOf, withClauseNumbers } from "./clauses.ts"
import { termFacts } from "./figures.ts"
import { partiesOn } from "./parties.ts"
import { contractWords } from "./words.ts"

type Asked = Readonly<{
  /** BCP 47, with its region where known. */
  language: string
  /** Who signed, and how: the page of a signed document. It is no draft and no copy then, and has no place for ink. */
  certificate?: Certificate
  /** The moment in the file; the version's own where nothing is said, so that the same version is the same bytes. */
  madeAt?: Instant
}>

/**
 * A version of an agreement as it is read, printed and signed: its words, and all that is agreed with them, as they lay before both
 * sides. Nothing comes onto it that one side keeps to itself: no note, approval, or proposal that was not accepted.
 */
export const agreementContract = async (
  tx: WorkspaceTx,
  { texts }: Pick<ActPlatform, "texts">,
  draft: store.DraftRow,
  version: store.VersionRow,
  { language, certificate, madeAt = version.madeAt }: Asked,
): Promise<Contract> => {
  const known = languageOf(language)
  const written = localeOf(known, language)
  const content = await store.versionContent(tx, version.id)
  const say = texts.in(known)
  const named = await partiesOn(tx, draft, { say, language: written })
  const { partnership, workspace, host, companies } = named
  const timeZone = workspace?.timeZone ?? "UTC"
  const speech: Speech = { language: known, say, format: formatIn(written, timeZone) }
  const standing = await standingOf(tx, draft, version, [host.id, ...companies.map(({ id }) => id)])
  const title =
    draft.agreementId === null ? null : ((await store.titlesOf(tx, [draft.agreementId])).get(draft.agreementId) ?? "")
  const parties = [host, ...companies]
  return {
    ...{ language: written, timeZone, madeAt, owner: workspace?.name ?? "", title: content.title },
    kind:
      draft.kind === "first" || title === null
        ? say("documents:agreement.kind", { type: say(`marks:type.${partnership.type}`) })
        : say(`agreements:written.${draft.kind}`, { title }),
    notice:
      certificate === undefined
        ? say(`documents:agreement.notice.${standing}`, {
            number: version.number,
            date: draft.validFrom === null ? "" : speech.format.date(draft.validFrom),
          })
        : null,
    parties,
    particulars: particularsOf(speech, draft, content, version.text.terms, {
      currency: partnership.currency,
      timeZone,
    }),
    clauses: clausesOf(speech, version.text),
    places:
      certificate === undefined && standing === "to_sign"
        ? parties.map(({ name, role }) => ({ party: name, role }))
        : [],
    annexes: annexesOf(speech, draft, withClauseNumbers(content, version.text), named),
    foot: say("documents:agreement.foot", { number: version.number, hash: version.hash }),
    footnotes: certificate === undefined && standing === "in_force" ? [copyWords(speech, draft)] : [],
    ...(certificate === undefined ? {} : { certificate }),
    words: contractWords(say),
  }
}

const standingOf = async (
  tx: WorkspaceTx,
  draft: store.DraftRow,
  version: store.VersionRow,
  parties: readonly string[],
) => {
  const agreementId = draft.agreementId ?? draft.id
  const [latest, consents, holding] = await Promise.all([
    store.latestVersion(tx, draft.id),
    store.consentsTo(tx, [version.id]),
    draft.state === "in_force" ? store.draftsInForceWithText(tx, [agreementId]) : undefined,
  ])
  return paperStanding({
    state: draft.state,
    isLatest: latest?.id === version.id,
    isHeldByAll: missingConsents(parties, { agreedBy: consents.map(({ partyId }) => partyId) }).length === 0,
    holdsNow: holding?.get(agreementId) === draft.id,
  })
}

/** What the clauses call the particulars: the term as data, then the terms that the words name. */
const particularsOf = (
  speech: Speech,
  { validFrom }: Pick<store.DraftRow, "validFrom">,
  content: Content,
  terms: Terms,
  { currency, timeZone }: Readonly<{ currency: string; timeZone: string }>,
): Contract["particulars"] => {
  const { say, format } = speech
  const { value } = content
  const ofAgreements = (key: string, values?: Readonly<Record<string, unknown>>) => say(`agreements:${key}`, values)
  const { starts, ends } = beginningWords(ofAgreements, format.date, content)
  return [
    ...(validFrom === null ? [] : [[say("agreements:amend.validFrom"), format.date(validFrom)] as const]),
    [say("agreements:field.startsOn"), starts],
    [say("agreements:field.endsOn"), ends],
    [say("agreements:field.autoRenews"), renewalWords(ofAgreements, content)],
    [say("agreements:review.notice"), format.list(noticeParts(ofAgreements, content))],
    ...(value === undefined ? [] : [[say("agreements:review.value"), format.money(value)] as const]),
    ...termFacts(speech, terms),
    [say("documents:agreement.currency"), currency],
    [say("documents:agreement.zone"), content.timeZone ?? timeZone],
  ]
}

/** What a copy is, and who signed as far as that is on file: whoever holds it in the hand takes it for no original. */
const copyWords = ({ say, format }: Speech, { signedOn, hostSigner, partnerSigner }: store.DraftRow): string =>
  format.sentences([
    say("documents:agreement.copy"),
    signedOn !== null && hostSigner !== null && partnerSigner !== null
      ? say("agreements:signing.signed", { date: format.date(signedOn), host: hostSigner, partner: partnerSigner })
      : say("documents:agreement.signaturesUnknown"),
  ])
