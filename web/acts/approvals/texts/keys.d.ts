import type texts from "./en.json"

declare global {
  interface Texts {
    approvals: typeof texts
  }
}
