export { marketStored, marketThen, pack, seenOn } from "./scan/batch.ts"
export { detectionSettingsThen } from "./scan/detectionSettings.ts"
export { runScan } from "./scan/runScan.ts"
