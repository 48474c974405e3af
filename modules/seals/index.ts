/**
 * A seal is the installation's own signature over a finished document, by which anybody can tell later whether a file is that document,
 * unchanged. It is not the signature of a person (signing), and no proof of who they are.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { personal } from "./personal.ts"

export { type SealedDocument, sealAndKeep, sealedOf, type ToSeal } from "./sealAndKeep.ts"

export const seals = defineModule("seals", {
  tables: { sealed_document: "partnership" },
  personal: [personal],
  actions,
  importable: [importable],
  fixture,
})
