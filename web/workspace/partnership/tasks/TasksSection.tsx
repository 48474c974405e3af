import { Tasks } from "#acts/Tasks"

/** What is to be done about the partnership itself, by whom and by when. */
export const TasksSection = ({ partnershipId }: { partnershipId: string }) => (
  <Tasks subject={{ kind: "partnership", id: partnershipId }} partnershipId={partnershipId} />
)
