import type texts from "./en.json"

declare global {
  interface Texts {
    account: typeof texts
  }
}
