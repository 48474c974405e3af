import { mostSettled } from "#contract/commitments"

/** What was missed in one partnership and can be settled at once, the newest first. */
export const missedQuery = (partnership: string) =>
  ({ partnership, state: "missed", overdue: "true", sort: "-dueOn", limit: mostSettled }) as const
