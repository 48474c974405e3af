import { formatIn, localeOf } from "#core/format"
import { languageOf } from "#core/languages"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { documentNamed, madeOf, takenDown } from "#modules/documents"
import { action, whoeverSeesIt } from "#platform/action"
import { sha256 } from "#platform/digest"
import { writeWord } from "#platform/documents/word/writeWord"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { draftExported } from "../events.ts"
import { type By, redlinedParagraphs, type Show, wordParagraphs } from "../rules.ts"
import * as store from "../store.ts"
import { agreementContract } from "./contract.ts"
import { termFigure } from "./figures.ts"
import { partiesOn } from "./parties.ts"
import { anchorOf, propertiesOf } from "./wordMade.ts"

/** How values of terms stand in a file of this language. */
export const showIn = ({ texts }: Pick<ActPlatform, "texts">, locale: string): Show => {
  const language = languageOf(locale)
  const speech = {
    ...{ language, say: texts.in(language) },
    format: formatIn(localeOf(language, locale), "UTC"),
  }
  return (kind, value) => termFigure(speech, kind, value)
}

/** By what a file's lines above the clauses are known to be as they were. */
export const headHash = (lines: readonly string[]): string => sha256(lines.map((line) => line.trim()).join("\n"))

/** As many versions are looked through for who changed what; of more, what is older is its last one's. */
const mostLookedThrough = 50

/** Whose words each clause's changes are: the party's that the last version with another wording of it came from. */
const authorsBetween = async (
  tx: WorkspaceTx,
  draft: store.DraftRow,
  { from, to }: Readonly<{ from: number; to: number }>,
  nameOf: (partyId: string) => string,
): Promise<By> => {
  const first = Math.max(from, to - mostLookedThrough)
  const numbers = Array.from({ length: to - first + 1 }, (_, at) => first + at)
  const versions = (await store.versionsNumbered(tx, draft.id, numbers)).sort((one, other) => one.number - other.number)
  const by = new Map<string, { author: string; at: string }>()
  for (const [at, { text, partyId, madeAt }] of versions.entries()) {
    const before = versions[at - 1]
    if (before === undefined) continue
    const said = { author: nameOf(partyId), at: `${madeAt.slice(0, 19)}Z` }
    const was = new Map(before.text.clauses.map((clause) => [clause.key, JSON.stringify(clause)]))
    for (const clause of text.clauses) {
      if (was.get(clause.key) !== JSON.stringify(clause)) by.set(clause.key, said)
      was.delete(clause.key)
    }
    for (const gone of was.keys()) by.set(gone, said)
    by.set("", said)
  }
  return (key) => by.get(key) ?? by.get("")
}

type Asked = Readonly<{ locale: string; since: number | undefined }>

/** A version as a file for Word; with what became of an earlier one marked as changes. */
const fileOf = async (
  tx: WorkspaceTx,
  platform: ActPlatform,
  { draft, version }: Readonly<{ draft: store.DraftRow; version: store.VersionRow }>,
  { locale, since }: Asked,
): Promise<Readonly<{ named: string[]; content: () => Buffer }> | Refusal<"no-such-version">> => {
  const paper = await agreementContract(tx, platform, draft, version, { language: locale })
  const { number, text, hash } = version
  const show = showIn(platform, paper.language)
  const earlier = since === undefined ? undefined : await store.versionNumbered(tx, draft.id, since)
  if (since !== undefined && (earlier === undefined || since >= number))
    return refuse("no-such-version", { field: "since" })
  const head = [paper.kind, paper.parties.map(({ name }) => name).join(" · "), paper.notice ?? "", paper.foot]
  const { host, companies } = await partiesOn(tx, draft, {
    say: platform.texts.in(languageOf(locale)),
    language: paper.language,
  })
  const nameOf = (id: string) => [host, ...companies].find((party) => party.id === id)?.name ?? host.name
  const by: By =
    since === undefined ? () => undefined : await authorsBetween(tx, draft, { from: since, to: number }, nameOf)
  const made = {
    draftId: draft.id,
    number,
    hash,
    locale: paper.language,
    head: headHash([paper.title, ...head]),
    since,
  }
  return {
    named: [paper.title, since === undefined ? `v${number}` : `v${since}-v${number}`],
    content: () =>
      writeWord({
        ...{ language: paper.language, title: paper.title, head, owner: paper.owner, madeAt: version.madeAt },
        ...{ anchor: anchorOf(made), properties: propertiesOf(made) },
        paragraphs:
          earlier === undefined ? wordParagraphs(text, show) : redlinedParagraphs(earlier.text, text, show, by),
      }),
  }
}

export const ofVersionInWord = action(contract.downloadWord, {
  // Whoever does not see the draft any more does not see what lay before them either.
  load: async (tx, { agreementVersion }) => {
    const version = await store.findVersion(tx, agreementVersion)
    const draft = version && (await store.findDraft(tx, version.draftId))
    return version && draft ? { version, draft } : undefined
  },
  may: whoeverSeesIt,
  act: async ({ tx, platform }, of, { locale, since }) => {
    const file = await fileOf(tx, platform, of, { locale, since })
    if (isRefusal(file)) return file
    const { id: subjectId, partnershipId } = of.draft
    const said = { subjectId, partnershipId, name: file.named.join(" "), form: "docx", audience: "shared" as const }
    return documentNamed(
      file.named,
      "docx",
      takenDown(draftExported, said, async () => madeOf(file.content(), null)),
    )
  },
})
