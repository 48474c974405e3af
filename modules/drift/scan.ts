export { marketStored, marketThen, pack, seenOn } from "./scan/batch.ts"
export { leaningsThen } from "./scan/leanings.ts"
export { runScan } from "./scan/runScan.ts"
