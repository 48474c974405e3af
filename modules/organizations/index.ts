/**
 * An organization is a company that is or may become a partner: what it is called, where it works, what it can do.
 * It is not the relationship with it (a partnership), and not a customer (an account).
 */
export { actions } from "./actions.ts"
export { recordOrganization } from "./recordOrganization.ts"
export { findOrganization, insertOrganization } from "./store.ts"
