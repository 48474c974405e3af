import { symmetricDecrypt } from "better-auth/crypto"
import { seal } from "#platform/seal"

const mark = "sealed:"

/** What the database keeps of a recovery code: whoever reads it there cannot use it. */
export const sealedCode = (secret: string, code: string): string => mark + seal(secret, `recovery code ${code.trim()}`)

/**
 * Recovery codes are kept as seals only. The library compares what it reads with what is typed, so what is typed is sealed before
 * it comes that far (`doors.ts`); what is sealed already, because other codes of the same person are left, stays as it is.
 */
export const recoveryCodes = (secret: string) => {
  const sealed = (codes: string): string =>
    JSON.stringify(
      (JSON.parse(codes) as string[]).map((code) => (code.startsWith(mark) ? code : sealedCode(secret, code))),
    )
  return {
    storeBackupCodes: {
      encrypt: async (codes: string) => sealed(codes),
      // Before, they were encrypted with the secret: those go on working.
      decrypt: async (kept: string) =>
        kept.startsWith("[") ? kept : sealed(await symmetricDecrypt({ key: secret, data: kept })),
    },
  }
}
