export { marketThen, pack } from "./scan/batch.ts"
export { runScan } from "./scan/runScan.ts"
