import { Command } from "commander"
import { vi } from "vitest"

/** Runs a command in this process, as from a terminal: what it prints, what it says beside that, and its exit code. */
export const runCommand = async (register: (program: Command) => void, ...args: string[]) => {
  process.exitCode = undefined
  const out: string[] = []
  const err: string[] = []
  vi.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0)
  const program = new Command()
  register(program)
  try {
    await program.parseAsync(["node", "keelson", ...args])
  } finally {
    vi.restoreAllMocks()
  }
  const code = process.exitCode ?? 0
  process.exitCode = undefined
  return { out: out.join(""), err: err.join(""), code }
}
