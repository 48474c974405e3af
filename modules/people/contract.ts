export * from "./contract/contacts.ts"
export * from "./contract/invitations.ts"
export * from "./contract/members.ts"
export * from "./contract/roles.ts"
