#!/usr/bin/env node
// The command `keelson`: everything it can do is in main.ts, on the right Node.
import { run } from "./launch.mjs"

run("main.ts", process.argv.slice(2))
