import { rmSync } from "node:fs"
import type { ScannerSettings } from "./clamd-process.ts"
import { clamdServer, verdictOn } from "./clamd-protocol.ts"

/** clamd as a process, as far as Keelson speaks to it: on the socket and with the settings that it is started with. */
const [socket = "", said = "{}"] = process.argv.slice(2)
const { StreamMaxLength, MaxFileSize = Number.POSITIVE_INFINITY, AlertExceedsMax } = JSON.parse(said) as ScannerSettings

/** What is larger than it looks at passes for clean, unless it is told to say so. */
const unlooked = AlertExceedsMax ? "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND" : "stream: OK"
const { server } = clamdServer({
  to: (content) => (content.length > MaxFileSize ? unlooked : verdictOn(content, "Eicar-Test-Signature.UNOFFICIAL")),
  mostBytes: StreamMaxLength,
})
// One that was killed leaves its socket behind.
rmSync(socket, { force: true })
server.listen(socket)
