import type { Id } from "#core/ids"
import { payloadFor } from "#platform/event"
import { readOwnDoors } from "#platform/own-doors"
import { ledgerPersonal } from "#platform/personal"
import { type PersonMeant, readPersonalRows } from "#platform/personal-export"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { personIds } from "./rules.ts"
import type { KnownPerson } from "./store.ts"

/** Of one table. A person has far fewer, but for what they did in years, which the ledger keeps. */
export const mostRows = 5_000

const about = {
  en: [
    "What one workspace keeps about one person: each row that points to them or bears their name or address, with their part of it.",
    "It holds what whoever made this file may see. What only the person sees, such as their notices, is in the file they make themselves.",
    "Sign-ins, what somebody was refused, and open sessions are in no file but the one they make themselves.",
    "What this person wrote may name others. Read it before you hand it on.",
    "What others wrote about the person without pointing to them, and the content of uploaded files, are not in it.",
    `No more than ${mostRows} rows of one table are in it; the index says of each how many there are.`,
  ],
  de: [
    "Was ein Arbeitsbereich über eine Person führt: jede Zeile, die auf sie zeigt oder ihren Namen oder ihre Adresse trägt, mit ihrem Teil davon.",
    "Enthalten ist, was sehen darf, wer diese Datei erstellt hat. Was nur die Person selbst sieht, etwa ihre Hinweise, steht in der Datei, die sie selbst erstellt.",
    "Anmeldungen, was jemandem verwehrt wurde, und offene Sitzungen stehen nur in der Datei, die die Person selbst erstellt.",
    "Was diese Person schrieb, kann andere nennen. Lesen Sie es, bevor Sie es weitergeben.",
    "Was andere über die Person schrieben, ohne auf sie zu zeigen, und der Inhalt hochgeladener Dateien sind nicht enthalten.",
    `Von einer Tabelle sind höchstens ${mostRows} Zeilen enthalten; das Verzeichnis nennt, wie viele es gibt.`,
  ],
} as const

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
  { contributed }: Pick<ActPlatform, "contributed">,
  person: readonly KnownPerson[],
  /** Whose account asks for what is their own. */
  themselves?: string,
): Promise<{ content: string; rows: number }> => {
  // Who did something does not read of its event what is only for others.
  const readable = (table: string, row: Readonly<Record<string, unknown>>) =>
    table === "event" ? { ...row, payload: payloadFor(contributed.events, tx.actor, keptEvent(row)) } : row
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
    about,
    madeAt: tx.now,
    workspaceId: tx.actor.workspaceId,
    person: person.map(({ userId, role, ...known }) => ({ ...known, account: userId, role })),
    index,
    data: tables.map(({ module, table, rows }) => ({ module, table, rows })),
  }
  return { content: JSON.stringify(made, null, 2), rows: index.reduce((sum, { given }) => sum + given, 0) }
}
