/** Tables that no module owns: the tenants themselves, the ledger that all write through `record`, and what was migrated. */
export const platformTables: readonly string[] = ["workspace", "event", "schema_migration"]
