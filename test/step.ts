import { spawn } from "node:child_process"
import { join } from "node:path"

export type Count = Readonly<{ passed: number; failed: number }>

export const sum = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
})

/** Runs one tool of node_modules to its end; its output is shown only when it finds something. */
export const step = async (name: string, tool: string, args: readonly string[]): Promise<Count> => {
  const start = performance.now()
  const { code, output } = await runTool(tool, args)
  const took = `${((performance.now() - start) / 1000).toFixed(1)} s`
  console.log(code === 0 ? `ok      ${name} (${took})` : `${output.trim()}\nFAILED  ${name} (${took})`)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Resolves with the exit code, also when the tool could not be started. */
const runTool = (tool: string, args: readonly string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join("node_modules", tool), ...args])
    let output = ""
    const keep = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on("data", keep)
    child.stderr.on("data", keep)
    child.on("error", (fault) => resolve({ code: 1, output: fault.message }))
    child.on("close", (code) => resolve({ code: code ?? 1, output }))
  })
