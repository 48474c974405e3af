import { start } from "#shell/start"
import { router } from "./routes.tsx"

await start(router, ["ui", "shell", "nav", "marks"])
