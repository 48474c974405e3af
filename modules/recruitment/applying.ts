export { candidateOf } from "./applying/candidateOf.ts"
export { sendReceipt } from "./applying/receive.ts"
