import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Typesetter } from "#platform/documents/pdf/typesetter"
import { printable } from "#platform/documents/printable"
import type { Contract } from "./contract.ts"
import { contractData } from "./contractData.ts"

export type ContractMaker = (contract: Contract) => Buffer

/** Agreements on pages; the same one made again of the same moment is the same bytes, so that what was hashed can be made anew. */
export const openContract = (typesetter: Typesetter): ContractMaker => {
  const program = ["contract.typ", "certificate.typ"]
    .map((file) => readFileSync(join(import.meta.dirname, file), "utf8"))
    .join("\n")
  return (contract) =>
    typesetter({
      program,
      data: contractData(printable(contract)),
      madeAt: contract.madeAt,
      missingSigns: contract.words.missingSigns,
    })
}
