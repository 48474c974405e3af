import type { TermKind } from "../rules.ts"
import { below } from "./start.ts"

/** What agreements of all types say alike. */

/** Of a cap and of a law nobody can say what is usual without knowing the parties. */
export const everywhereAsked: readonly TermKind[] = ["liability_cap", "governing_law"]

export const data = ["customer-data", ...below("data-protection")]
export const conduct = ["anti-corruption", ...below("sanctions")]
export const ends = ["term", ...below("ending-cause", "exit")]

export const closing = [
  "independence",
  "changes",
  ...below("notices", "assignment", "force-majeure", "whole-agreement"),
  "law-courts",
]

export const furtherEverywhere = [
  "confidentiality-one-way",
  "liability-by-payments",
  "liability-statutory",
  "law-arbitration",
  ...below("non-solicitation"),
]
