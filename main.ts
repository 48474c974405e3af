import { program } from "commander"
import { register as registerStart } from "./commands/start.ts"

program.name("keelson").description("Partnership management that says when a partnership began to drift, why, and who let go first.")
registerStart(program)
await program.parseAsync()
