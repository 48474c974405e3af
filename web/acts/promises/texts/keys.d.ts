import type texts from "./en.json"

declare global {
  interface Texts {
    promises: typeof texts
  }
}
