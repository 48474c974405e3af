/** What of approving those need who send a text to be signed, or put it in force. */
export { textSigned } from "./approving/approvable.ts"
export { decideApproved } from "./approving/approved.ts"
