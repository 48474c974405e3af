import { program } from "commander"
import { register as registerAccount } from "./commands/account.ts"
import { register as registerBackup } from "./commands/backup.ts"
import { register as registerChangepoints } from "./commands/changepoints.ts"
import { register as registerDemo } from "./commands/demo.ts"
import { register as registerDistribute } from "./commands/distribute.ts"
import { register as registerDrift } from "./commands/drift.ts"
import { register as registerImport } from "./commands/import.ts"
import { register as registerMigrate } from "./commands/migrate.ts"
import { register as registerStart } from "./commands/start.ts"

// An option that is not understood is refused like a file that cannot be read; help and version end well.
program.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
program
  .name("keelson")
  .description("Partnership management that says when a partnership began to drift, why, and who let go first.")
for (const register of [
  registerStart,
  registerMigrate,
  registerAccount,
  registerBackup,
  registerDemo,
  registerDistribute,
  registerDrift,
  registerImport,
  registerChangepoints,
])
  register(program)
await program.parseAsync()
