import type { Importable } from "#platform/importable"

/** A round is on a draft, which holds the partnership by itself. */
export const importable: Partial<Importable> = {
  holds: [
    { table: "partnership", from: "agreement_signing", by: "partnership_id", goesWith: true },
    { table: "partnership", from: "agreement_signer", by: "partnership_id", goesWith: true },
  ],
}
