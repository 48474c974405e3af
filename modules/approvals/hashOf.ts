import { canonical } from "#core/canonical"
import type { ApprovableState } from "#platform/approvable"
import { seal } from "#platform/seal"

/** Says what exactly was approved: the subject as it stood, and what was to be done with it. */
export const hashOf = (content: unknown, intent: unknown): string =>
  Buffer.from(seal("approval", canonical({ content, intent })), "base64url").toString("hex")

/** The same of a subject as it stands; a text is known by the SHA-256 of its version. */
export const hashOfState = ({ content, edition }: ApprovableState, intent: unknown): string =>
  edition?.hash ?? hashOf(content, intent)
