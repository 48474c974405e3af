/**
 * People: the members of a workspace, the users of its partners, and the contacts who play a part in a partnership.
 * An account (how someone signs in) is not kept here; a person may have one account and many memberships.
 */
export { actions } from "./actions.ts"
export { jobs } from "./jobs.ts"
