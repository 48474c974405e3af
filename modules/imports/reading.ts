export { errorFile } from "./reading/errorFile.ts"
export { openTable } from "./reading/openTable.ts"
export { BrokenTable, type Table, type TableRefusal, type TableRow } from "./reading/table.ts"
