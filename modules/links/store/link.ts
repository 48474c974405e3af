import { type Row, tableOf } from "#platform/table"

export const links = tableOf()(
  "link",
  [
    ...(["id", "act", "subjectId", "partnershipId", "userId", "partyId", "name", "email"] as const),
    ...(["issuedAt", "expiresAt", "isRenewal", "mailedAt", "pressedAt", "press", "words"] as const),
    ...([
      "revokedAt",
      "replacedAt",
      "lockedAt",
      "lockToldAt",
      "codeAskedAt",
      "codeTries",
      "language",
      "isHeavy",
    ] as const),
  ],
  { made: ["issuedAt"] },
)

export type LinkRow = Row<typeof links>
