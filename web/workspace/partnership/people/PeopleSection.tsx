import { People } from "#acts/People"
import { AssignRole } from "./AssignRole.tsx"
import { EndRole } from "./EndRole.tsx"

/** Who plays which part, and for whoever may, giving one and ending one. */
export const PeopleSection = ({ partnershipId }: { partnershipId: string }) => (
  <People
    partnershipId={partnershipId}
    actOnAll={({ abilities }) => <AssignRole partnershipId={partnershipId} ability={abilities.assign} />}
    actOn={({ abilities }, assignment) => (abilities.assign === true ? <EndRole assignment={assignment} /> : null)}
  />
)
