import { canonical } from "#core/canonical"
import { seal } from "#platform/seal"

/** Says what exactly was approved: the subject as it stood, and what was to be done with it. */
export const hashOf = (content: unknown, intent: unknown): string =>
  Buffer.from(seal("approval", canonical({ content, intent })), "base64url").toString("hex")
