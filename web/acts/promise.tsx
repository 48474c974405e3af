import { listCommitments, type OccurrenceView } from "#contract/commitments"
import { getHome } from "#contract/home"

/** What it takes to show a promise and act on it; every list of promises ships it. */
export type ActedPromise = Pick<
  OccurrenceView,
  | "id"
  | "commitmentId"
  | "title"
  | "owedBy"
  | "partnershipId"
  | "partnershipName"
  | "dueOn"
  | "state"
  | "evidenceNeeded"
  | "awaitsConfirmation"
  | "proposal"
  | "abilities"
>

type Shown = { groups?: { items: { id?: unknown }[] }[]; occurrences?: ActedPromise[] }

/** What the lists show before the server has answered: gone from home, and in its new state everywhere else. */
export const withState = (state: OccurrenceView["state"]) =>
  [
    { read: getHome, change: without },
    {
      read: listCommitments,
      change: (shown: Shown, { params }: Target) => ({
        ...shown,
        occurrences: changed(shown.occurrences, params.occurrence, state),
      }),
    },
  ] as const

type Target = { params: { occurrence: string } }

const without = (shown: Shown, { params }: Target) => ({
  ...shown,
  groups: shown.groups?.map((group) => ({
    ...group,
    items: group.items.filter(({ id }) => id !== params.occurrence),
  })),
})

const changed = (list: ActedPromise[] | undefined, id: string, state: OccurrenceView["state"]) =>
  list?.map((each) => (each.id === id ? { ...each, state } : each))
