import { seal } from "#platform/seal"

/** The same for the same content, in whatever order its fields come. */
const canonical = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(canonical).join(",")}]`
    : typeof value === "object" && value !== null
      ? `{${Object.entries(value)
          .filter(([, each]) => each !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
          .join(",")}}`
      : JSON.stringify(value ?? null)

/** Says what exactly was approved: the subject as it stood, and what was to be done with it. */
export const hashOf = (content: unknown, intent: unknown): string =>
  Buffer.from(seal("approval", canonical({ content, intent })), "base64url").toString("hex")
