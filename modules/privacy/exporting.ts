import type { Id } from "#core/ids"
import { languageCodes } from "#core/languages"
import { payloadFor } from "#platform/event"
import { readOwnDoors } from "#platform/own-doors"
import { ledgerPersonal, type PersonalRow } from "#platform/personal"
import { type PersonMeant, readPersonalRows } from "#platform/personal-export"
import type { ActPlatform } from "#platform/platform"
import type { Texts } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import { personIds } from "./rules.ts"
import type { KnownPerson } from "./store.ts"

/** Of one table. A person has far fewer, but for what they did in years, which the ledger keeps. */
export const mostRows = 5_000

/** What the file says of itself, in every language: who reads it is not known. */
const aboutIn = (texts: Texts) =>
  Object.fromEntries(
    languageCodes.map((language) => {
      const say = texts.in(language)
      const parts = ["what", "audience", "doors", "others", "notIn", "most"]
      return [language, parts.map((part) => say(`documents:personalData.about.${part}`, { most: mostRows }))]
    }),
  )

const meantBy = (person: readonly KnownPerson[]): PersonMeant => {
  const there = person.filter(({ isErased }) => !isErased)
  const wordsOf = (of: (known: KnownPerson) => string | null) => [
    ...new Set(there.flatMap((known) => of(known)?.trim().toLowerCase() || [])),
  ]
  return { ...personIds(person), addresses: wordsOf(({ email }) => email), names: wordsOf(({ name }) => name) }
}

const keptEvent = (row: Readonly<Record<string, unknown>>) => ({
  kind: String(row["kind"]),
  partyId: row["party_id"] as Id | null,
  payload: row["payload"],
})

/** Everything of one person as one document: an index that counts, then the rows by module and table. */
export const writePersonalData = async (
  tx: WorkspaceTx,
  { contributed, texts }: Pick<ActPlatform, "contributed" | "texts">,
  person: readonly KnownPerson[],
  /** Whose account asks for what is their own. */
  themselves?: string,
): Promise<{ content: string; rows: number }> => {
  // Who did something does not read of its event what is only for others.
  const readable = (table: string, row: PersonalRow): PersonalRow =>
    table === "event"
      ? { ...row, payload: payloadFor(contributed.events, tx.actor, keptEvent(row)) }
      : (all.find(({ tables }) => table in tables)?.readable?.(tx.actor, table, row) ?? row)
  const all = [...contributed.personal, ledgerPersonal]
  const tables = [
    ...(await readPersonalRows(tx, all, meantBy(person), { most: mostRows, readable })),
    ...(themselves === undefined ? [] : await readOwnDoors(tx, themselves, mostRows)),
  ]
  const index = tables.map(({ module, table, found, rows }) => ({
    ...{ module, table, rows: found, given: rows.length },
    isComplete: rows.length === found,
  }))
  const made = {
    about: aboutIn(texts),
    madeAt: tx.now,
    workspaceId: tx.actor.workspaceId,
    person: person.map(({ userId, role, ...known }) => ({ ...known, account: userId, role })),
    index,
    data: tables.map(({ module, table, rows }) => ({ module, table, rows })),
  }
  return { content: JSON.stringify(made, null, 2), rows: index.reduce((sum, { given }) => sum + given, 0) }
}
