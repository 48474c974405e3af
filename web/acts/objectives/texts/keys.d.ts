import type texts from "./en.json"

declare global {
  interface Texts {
    objectives: typeof texts
  }
}
