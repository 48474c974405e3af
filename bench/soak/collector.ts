// Loaded with --import before Keelson starts: collects garbage and says what stays, whenever the bench asks.
process.on("message", (asked) => {
  if (asked !== "collect") return
  globalThis.gc?.()
  process.send?.({ heapBytes: process.memoryUsage().heapUsed })
})
