import { rmSync } from "node:fs"
import { clamdServer, verdictOn } from "./clamd-protocol.ts"

/** clamd as a process, as far as Keelson speaks to it: on the socket and with the StreamMaxLength that it is started with. */
const [socket = "", mostBytes = ""] = process.argv.slice(2)
const { server } = clamdServer({
  to: (content) => verdictOn(content, "Eicar-Test-Signature.UNOFFICIAL"),
  mostBytes: Number(mostBytes),
})
// One that was killed leaves its socket behind.
rmSync(socket, { force: true })
server.listen(socket)
